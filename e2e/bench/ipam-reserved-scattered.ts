import { parseCloudConfig, parseYaml } from '@bosh6/formats';
import { IntervalSet } from '@bosh6/ip';
import { allocate, parseNetworks } from '@bosh6/ipam';
import { parseDocument } from 'yaml';
import type { Benchmark } from './benchmark.js';
import { interleaved } from './interleaved.js';
import { xorshift } from './mixed-addresses.js';

const ranges = 10_000;

/** A cloud config with 10,000 reserved ranges: read, checked, and one address given out of it. */
export const ipamReservedScattered: Benchmark = {
  name: 'ipam.reserved.scattered',
  unit: 'ms',
  peer: "yaml's parseDocument",
  run() {
    const text = cloudConfig();
    const time = (work: () => unknown) => () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    };
    const ours = (): void => {
      const config = parseCloudConfig([parseYaml(text, 'cloud config')]);
      const [network] = parseNetworks(config.networks, { azNames: config.azs.map(({ name }) => name), neverAllocate: [] });
      if (network === undefined) throw new TypeError('one network was parsed');
      const result = allocate(network, { az: 'z1', used: IntervalSet.empty });
      if (!result.ok) throw result.error;
    };
    return interleaved(
      time(ours),
      time(() => parseDocument(text)),
      { rounds: 21, warmUp: 5 },
    );
  },
};

/** The post's IPv6 network, with ranges of up to 16 addresses kept back all over it. */
function cloudConfig(): string {
  const random = xorshift(69);
  const entry = (index: number): string => {
    const base = `2601:646:100:69f1:${index.toString(16)}:${(random() & 0xffff).toString(16)}:${(random() & 0xffff).toString(16)}`;
    const low = random() & 0xfff0;
    return `    - ${base}:${low.toString(16)} - ${base}:${(low + (random() & 15)).toString(16)}\n`;
  };
  return `azs: [{name: z1}]
vm_types: [{name: small}]
compilation: {workers: 1, network: ipv6, az: z1, vm_type: small}
networks:
- name: ipv6
  subnets:
  - range: 2601:646:100:69f1::/64
    gateway: 2601:646:100:69f1:20d:b9ff:fe48:9249
    azs: [z1]
    reserved:
${Array.from({ length: ranges }, (_, index) => entry(index)).join('')}`;
}
