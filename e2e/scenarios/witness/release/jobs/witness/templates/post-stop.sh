#!/bin/bash
exec /var/vcap/jobs/witness/bin/tell post-stop
