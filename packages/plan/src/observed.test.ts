import { expect, it } from 'vitest';
import { decide } from './decide.js';
import { place } from './place.js';
import { carriedOut, cloudText, desire, emptySnapshot, manifestText, sameHashes } from './scenario.test.support.js';

const dynamic = `- name: d
  type: dynamic
  subnets:
  - {azs: [z1], cloud_properties: {name: x}}
  - {azs: [z1], prefix: 128, cloud_properties: {name: x}}
`;
const desired = () =>
  desire(
    manifestText([{ name: 'web', instances: 1, azs: ['z1'], networks: '[{name: d}]' }]),
    cloudText.replace('compilation:', `${dynamic}compilation:`),
  );

it('a dynamic network of both families: one NIC, addresses unknown until the VM is there, then known and no change', () => {
  const before = place(emptySnapshot, desired());
  expect(before.instances[0]).toMatchObject({
    ip: '127.0.0.1',
    reservations: [],
    networks: { d: { type: 'dynamic', prefix: '32', nic_group: '1' }, 'd.ipv6': { type: 'dynamic', prefix: '128', nic_group: '1' } },
  });
  const snapshot = carriedOut(before);
  const given: Record<string, string> = { d: '10.254.3.16', 'd.ipv6': 'fd00:254:3::10' };
  for (const { vm } of snapshot.instances)
    for (const [name, settings] of Object.entries(vm?.networks ?? {}))
      Object.assign(settings, { ip: given[name], netmask: 'm', gateway: 'g' });
  const after = place(snapshot, desired());
  expect(after.instances[0]).toMatchObject({
    ip: '10.254.3.16',
    ipv4: '10.254.3.16',
    ipv6: 'fd00:254:3::10',
    networks: { 'd.ipv6': { ip: 'fd00:254:3::10', netmask: 'm' } },
  });
  expect(decide(after, sameHashes(after)).isNoop).toBe(true);
});
