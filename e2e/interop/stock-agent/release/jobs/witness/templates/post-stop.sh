#!/bin/sh
echo post-stop >>/var/vcap/sys/log/witness/ran
