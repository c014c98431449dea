/**
 * First process of a VM, with the rights of its root: arguments are the host name, then the agent's argv.
 * Waits for the NICs (commands for ip up to a line '.'), says 'up', then keeps the agent running: it starts it again
 * when it ends, with a pause that doubles to 5 s and starts small again after 10 s of life, and hands SIGTERM on.
 * A stemcell's own agent, bosh-agent, runs in place of the lab's, as stemcells start it.
 * Where the machine has sshd it runs beside the agent, with a host key that the VM makes for itself and keeps.
 */
export const vmInit = `set -e
exec 3<&-
hostname "$1"; shift
while IFS= read -r line && [ "$line" != . ]; do printf '%s\\n' "$line"; done | ip -batch -
echo up
exec </dev/null >>/var/vcap/bosh/log/current 2>&1
set +e
if [ -x /usr/sbin/sshd ] && [ -f /etc/ssh/sshd_config ]; then (
  key=/etc/ssh/ssh_host_rsa_key
  mkdir -p -m 755 /run/sshd
  [ -s $key ] || ssh-keygen -q -t rsa -b 2048 -N '' -C '' -f $key
  exec /usr/sbin/sshd -D
) & fi
if [ -x /var/vcap/bosh/bin/bosh-agent ]; then
  cd /var/vcap/bosh
  export PATH=/var/vcap/bosh/bin:$PATH
  set -- bosh-agent -P "$(cat etc/operating_system)" -C /var/vcap/bosh/agent.json
fi
ending= child=
trap 'ending=1; [ -n "$child" ] && kill -TERM $child' TERM INT
pause=1
while [ -z "$ending" ]; do
  read -r began rest < /proc/uptime
  "$@" & child=$!
  wait $child; code=$?
  [ -n "$ending" ] && { wait $child; break; }
  read -r ended rest < /proc/uptime
  [ $(( \${ended%.*} - \${began%.*} )) -ge 10 ] && pause=1
  echo "lab: the agent ended with status $code; it starts again"
  sleep $(( pause / 10 )).$(( pause % 10 ))
  pause=$(( pause * 2 )); [ $pause -gt 50 ] && pause=50
done
`;
