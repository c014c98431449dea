#!/bin/sh
# Lets the lab's router advertise itself on the network whose gateway it has: a default route, and no address for anybody. Until it is ended. Needs radvd.
#   router$ sh e2e/try/advertise.sh GATEWAY
set -e
gateway=$1
command -v radvd > /dev/null || { echo "no router advertises here: install radvd (Debian: apt-get install radvd)" >&2; exit 1; }
bridge=$(ip -o -6 addr show to "$gateway" | awk '{ print $2; exit }')
[ -n "$bridge" ] || { echo "the router does not have $gateway" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/radvd.conf" <<END
interface $bridge { AdvSendAdvert on; MinRtrAdvInterval 3; MaxRtrAdvInterval 4; AdvDefaultLifetime 60; AdvRASrcAddress { $gateway; }; };
END
radvd -n -C "$work/radvd.conf" -p "$work/radvd.pid" -m none & radvd=$!
trap 'kill -TERM $radvd' TERM INT
echo "ready: $gateway advertises itself on $bridge"
# A signal ends the first wait, the second is for radvd's farewell.
wait $radvd || wait $radvd || true
