import { printPids } from './host-pid.js';

/**
 * First process of a place: arguments are the host name, pairs of file and target to bind, '--', the command that stays.
 * Reads commands for ip up to a line '.', then becomes the command.
 */
export const placeInit = `set -e
for set in default all; do
  echo 0 > /proc/sys/net/ipv6/conf/$set/accept_ra
  echo 0 > /proc/sys/net/ipv6/conf/$set/accept_redirects
  echo 0 > /proc/sys/net/ipv6/conf/$set/accept_dad
done
${printPids}
hostname "$1"; shift
while [ "$1" != -- ]; do mount --bind "$1" "$2"; shift 2; done; shift
while IFS= read -r line && [ "$line" != . ]; do printf '%s\\n' "$line"; done | ip -batch -
echo up
exec "$@"
`;
