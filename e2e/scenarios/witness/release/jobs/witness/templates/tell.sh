#!/bin/bash
# tell SCRIPT [ARGUMENTS]: the answer is a status to end with, and perhaps a word to print.
exec 3<>/dev/tcp/<%= p('address') %>/<%= p('port') %>
printf '%s\t%s\t%s\t%s\t%s\t%s\n' '<%= spec.deployment %>' '<%= spec.name %>' '<%= spec.index %>' '<%= spec.az %>' '<%= p('word') %>' "$*" >&3
IFS=' ' read -r -u 3 status word || exit 99
[[ -n $word ]] && echo "$word"
exit "$status"
