import type { Benchmark } from './benchmark.js';
import { compareAllocations, everySecond, ipv6Network } from './flat-allocation.js';

export const ipamAllocateFlatUsed: Benchmark = {
  name: 'ipam.allocate.flat.used',
  unit: 'us',
  peer: '10 addresses in use',
  async run() {
    const network = ipv6Network();
    return compareAllocations({ network, used: everySecond(1_000_000) }, { network, used: everySecond(10) });
  },
};
