#!/bin/sh
echo "drain $1 $2" >>/var/vcap/sys/log/witness/ran
echo 0
