#!/bin/bash
RUN_DIR=/var/vcap/sys/run/witness
PIDFILE=$RUN_DIR/witness.pid
word=$(/var/vcap/jobs/witness/bin/tell "$1")
case "$1" in
  start)
    [[ $word == fails ]] && exit 1
    mkdir -p "$RUN_DIR"
    life=infinity
    [[ $word == dies ]] && life=1
    /usr/bin/setsid /bin/sleep $life </dev/null >/dev/null 2>&1 &
    echo $! >"$PIDFILE"
    ;;
  stop)
    [[ -f $PIDFILE ]] && kill "$(cat "$PIDFILE")" 2>/dev/null
    rm -f "$PIDFILE"
    ;;
esac
exit 0
