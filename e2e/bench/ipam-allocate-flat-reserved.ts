import type { Benchmark } from './benchmark.js';
import { compareAllocations, everySecond, ipv6Network } from './flat-allocation.js';

export const ipamAllocateFlatReserved: Benchmark = {
  name: 'ipam.allocate.flat.reserved',
  unit: 'us',
  peer: 'nothing reserved',
  async run() {
    const used = everySecond(10);
    // half of the /64, in two ranges that are no prefixes
    const reserved = ['2601:646:100:69f1::1-2601:646:100:69f1:3fff:ffff:ffff:fffe', '2601:646:100:69f1:8000::-2601:646:100:69f1:c000::1'];
    return compareAllocations({ network: ipv6Network(reserved), used }, { network: ipv6Network(), used });
  },
};
