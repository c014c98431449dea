import { expect, it } from 'vitest';
import { parseInstanceGroupNetworks, parseNetworks } from './index.js';

const networks = parseNetworks([{ name: 'a', subnets: [{ range: '2001:db8::/64', gateway: '2001:db8::1', static: ['2001:db8::10'] }] }], {
  azNames: [],
  neverAllocate: [],
});

it.each([
  ['2001:db8::1', "it is that subnet's gateway: take another"],
  ['2001:db8::11', "add it to 'static' of subnet 2001:db8::/64 in the cloud config"],
])('static IP %s is refused with a way that leads somewhere', (address, hint) => {
  const read = () =>
    parseInstanceGroupNetworks([{ name: 'a', static_ips: [address] }], networks, { pointer: '/networks', instances: 1, azNames: [] });
  expect(read).toThrow(expect.objectContaining({ number: 150002, hint }));
});
