import { IpAddress } from '@bosh6/ip';
import { parseIp, stringifyIp } from 'ip-bigint';
import type { Benchmark } from './benchmark.js';
import { interleaved, perSecond } from './interleaved.js';
import { mixedIpv6 } from './mixed-addresses.js';

/** Writing IPv6 as RFC 5952 text. */
export const ipFormat: Benchmark = {
  name: 'ip.format',
  unit: 'ops/s',
  peer: 'ip-bigint',
  run() {
    const texts = mixedIpv6(4096);
    const ours = perSecond(texts.map(IpAddress.parse), (address) => address.toString());
    return interleaved(
      ours,
      perSecond(
        texts.map((text) => parseIp(text)),
        stringifyIp,
      ),
      { rounds: 61, warmUp: 15 },
    );
  },
};
