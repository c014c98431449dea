import { IpAddress } from '@bosh6/ip';
import { parseIp } from 'ip-bigint';
import type { Benchmark } from './benchmark.js';
import { interleaved, perSecond } from './interleaved.js';
import { mixedIpv6 } from './mixed-addresses.js';

/** Reading IPv6 text. */
export const ipParse: Benchmark = {
  name: 'ip.parse',
  unit: 'ops/s',
  peer: 'ip-bigint',
  run() {
    const texts = mixedIpv6(4096);
    return interleaved(perSecond(texts, IpAddress.parse), perSecond(texts, parseIp), { rounds: 61, warmUp: 15 });
  },
};
