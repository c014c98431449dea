#!/bin/sh
echo post-start >>/var/vcap/sys/log/witness/ran
