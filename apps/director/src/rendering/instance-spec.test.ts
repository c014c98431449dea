import type { JsonObject } from '@bosh6/base';
import type { GroupJob, PlacedGroup, PlacedInstance } from '@bosh6/plan';
import { startRenderer } from '@bosh6/templates';
import { expect, it } from 'vitest';
import { familyAddresses } from './family-addresses.js';
import { instanceSpec } from './instance-spec.js';

const v4 = { type: 'manual', ip: '10.0.9.2', prefix: '32', nic_group: '1' };
const v6 = { type: 'manual', ip: '2001:DB8::0002', prefix: '128', nic_group: '1' };

it.each<[string, Record<string, JsonObject>, { ipv4?: string; ipv6?: string }]>([
  ['IPv4 only', { a: v4 }, { ipv4: '10.0.9.2' }],
  ['IPv6 only', { a: v6 }, { ipv6: '2001:db8::2' }],
  ['both on one network', { a: v4, 'a.ipv6': v6 }, { ipv4: '10.0.9.2', ipv6: '2001:db8::2' }],
  ['the first of a family', { a: v4, b: { ...v4, ip: '10.0.8.2' } }, { ipv4: '10.0.9.2' }],
  ['the one with the default route', { a: v4, b: { ...v4, ip: '10.0.8.2', default: ['gateway'] } }, { ipv4: '10.0.8.2' }],
  [
    'the addressable one',
    { a: { ...v6, default: ['gateway'] }, b: { ...v6, ip: '2001:db8::3', default: ['addressable'] } },
    { ipv6: '2001:db8::3' },
  ],
  [
    'no vip, no delegated prefix',
    { a: v4, v: { type: 'vip', ip: '2001:db8::9' }, p: { ...v6, ip: '2001:db8:1::', prefix: '80' } },
    { ipv4: '10.0.9.2' },
  ],
  ['a dynamic network', { d: { type: 'dynamic', prefix: '128', ip: '2001:db8::7' }, e: { type: 'dynamic' } }, { ipv6: '2001:db8::7' }],
])('addresses by family: %s', (_name, networks, expected) => expect(familyAddresses(networks)).toEqual(expected));

const group = { name: 'nginx', jobs: [] } as unknown as PlacedGroup;
const placed = (networks: Record<string, JsonObject>): PlacedInstance =>
  ({ uuid: 'u', group: 'nginx', index: 0, bootstrap: true, ip: '10.0.9.2', networks }) as unknown as PlacedInstance;
const spec = (networks: Record<string, JsonObject>) =>
  instanceSpec('nginx', group, placed(networks), { release: 'nginx', releaseVersion: '1' } as GroupJob);

it('a spec has both families, what to listen on, and one DNS name a network', () => {
  expect(spec({ a: v4, 'a.ipv6': v6 })).toMatchObject({
    ip: '10.0.9.2',
    ipv4: '10.0.9.2',
    ipv6: '2001:db8::2',
    listen: '::',
    networks: { a: { dns_record_name: '0.nginx.a.nginx.bosh' }, 'a.ipv6': { dns_record_name: '0.nginx.a.nginx.bosh' } },
  });
  expect(spec({ a: v4 })).toMatchObject({ ipv4: '10.0.9.2', ipv6: null, listen: '0.0.0.0' });
});

it('a template sees them', { timeout: 60_000 }, async () => {
  const renderer = startRenderer();
  try {
    const text = 'listen <%= spec.ipv4 %>:80; listen [<%= spec.ipv6 %>]:80; # <%= spec.listen %> <%= spec.networks["a.ipv6"].ip %>';
    const render = async (networks: Record<string, JsonObject>) => {
      const context = { spec: spec(networks), properties: {}, links: {} };
      const job = { name: 'nginx', monit: '', templates: [{ source: 'a.erb', destination: 'a', text }], context };
      const result = await renderer.render({ jobs: [job] });
      return result.ok ? Buffer.from(result.jobs[0]?.files[0]?.content ?? '').toString() : result.errors;
    };
    expect(await render({ a: v4, 'a.ipv6': v6 })).toBe('listen 10.0.9.2:80; listen [2001:db8::2]:80; # :: 2001:DB8::0002');
  } finally {
    await renderer.close();
  }
});
