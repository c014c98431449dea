import { IntervalSet, IpAddress, IpRange } from '@bosh6/ip';
import { allocate, type Network, parseNetworks } from '@bosh6/ipam';
import type { Measurement } from './benchmark.js';
import { interleaved, microsecondsOf } from './interleaved.js';

const range = '2601:646:100:69f1::/64';
const gateway = '2601:646:100:69f1:20d:b9ff:fe48:9249';

/** The post's network. */
export function ipv6Network(reserved: readonly string[] = []): Network {
  const [network] = parseNetworks([{ name: 'ipv6', subnets: [{ range, gateway, reserved }] }], { azNames: [], neverAllocate: [] });
  if (network === undefined) throw new TypeError('one network was parsed');
  return network;
}

/** Every second address of the range, `count` of them: as dense as addresses can be without touching. */
export function everySecond(count: number): IntervalSet {
  const builder = IntervalSet.builder();
  let address = IpAddress.parse('2601:646:100:69f1::1');
  for (let index = 0; index < count; index++, address = address.add(2)) builder.add(IpRange.of(address));
  return builder.build();
}

/** Microseconds of one allocation each. */
export function compareAllocations(
  ours: { network: Network; used: IntervalSet },
  peer: { network: Network; used: IntervalSet },
): Promise<Measurement> {
  const one = ({ network, used }: { network: Network; used: IntervalSet }) =>
    microsecondsOf(() => {
      const result = allocate(network, { used });
      if (!result.ok) throw result.error;
      return result;
    }, 2000);
  return interleaved(one(ours), one(peer), { rounds: 41, warmUp: 10 });
}
