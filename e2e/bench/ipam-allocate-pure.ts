import { IntervalSet, IpRange } from '@bosh6/ip';
import type { Benchmark } from './benchmark.js';
import { compareAllocations, ipv6Network } from './flat-allocation.js';
import { scatteredIpv6 } from './mixed-addresses.js';

const used = 1_000_000;

/** One allocation beside addresses in use, scattered over the post's /64 from its first on. */
export const ipamAllocatePure: Benchmark = {
  name: 'ipam.allocate.pure',
  unit: 'us',
  peer: 'nothing in use',
  run() {
    const network = ipv6Network();
    const builder = IntervalSet.builder();
    for (const address of scatteredIpv6(used)) builder.add(IpRange.of(address));
    return compareAllocations({ network, used: builder.build() }, { network, used: IntervalSet.empty });
  },
};
