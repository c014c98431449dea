#!/bin/sh
echo '<%= p('word') %> from <%= spec.name %> at <%= spec.ipv6 %>'
exit 3
