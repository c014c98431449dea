import { IpAddress } from '@bosh6/ip';
import { expect, it } from 'vitest';
import { parseInstanceGroupNetworks, parseNetworks } from './index.js';

const networks = parseNetworks(
  [
    {
      name: 'a',
      subnets: [{ range: '2001:db8::/64', gateway: '2001:db8::1', reserved: ['2001:db8::20-2001:db8::2f'], static: ['2001:db8::10'] }],
    },
  ],
  {
    azNames: [],
    neverAllocate: [IpAddress.parse('2001:db8::7')],
  },
);

it.each([
  ['2001:db8::1', "it is that subnet's gateway: take another"],
  ['2001:db8::25', "it is in 'reserved' of subnet 2001:db8::/64: take another"],
  ['2001:db8::7', 'no VM gets it, since it is for the network itself or for the Director: take another'],
  ['2001:db8::', 'no VM gets it, since it is for the network itself or for the Director: take another'],
  ['2001:db8::11', "add it to 'static' of subnet 2001:db8::/64 in the cloud config"],
])('static IP %s is refused with a way that leads somewhere', (address, hint) => {
  const read = () =>
    parseInstanceGroupNetworks([{ name: 'a', static_ips: [address] }], networks, { pointer: '/networks', instances: 1, azNames: [] });
  expect(read).toThrow(expect.objectContaining({ number: 150002, hint }));
});
