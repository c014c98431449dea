#!/bin/sh
echo pre-start >>/var/vcap/sys/log/witness/ran
