import type { JsonObject } from '@bosh6/base';
import type { Features } from '@bosh6/formats';
import type { GroupJob, Naming, PlacedGroup, PlacedInstance } from '@bosh6/plan';
import { startRenderer } from '@bosh6/templates';
import { expect, it } from 'vitest';
import { instanceSpec } from './instance-spec.js';

const v4 = { type: 'manual', ip: '10.0.9.2', prefix: '32', nic_group: '1' };
const v6 = { type: 'manual', ip: '2001:DB8::0002', prefix: '128', nic_group: '1' };

const group = { name: 'nginx', jobs: [] } as unknown as PlacedGroup;
const placed = (networks: Record<string, JsonObject>): PlacedInstance => {
  const both = networks['a.ipv6'] === undefined ? {} : { ipv6: '2001:db8::2' };
  return {
    uuid: 'u',
    group: 'nginx',
    index: 0,
    bootstrap: true,
    defaultNetwork: 'a',
    ip: '10.0.9.2',
    ipv4: '10.0.9.2',
    ...both,
    networks,
  } as unknown as PlacedInstance;
};
const spec = (networks: Record<string, JsonObject>, features: Partial<Features> = {}, naming: Naming = { deployment: 'my_nginx' }) =>
  instanceSpec({ name: 'my_nginx', features: { pointer: '/features', ...features } }, naming, group, placed(networks), {
    release: 'nginx',
    releaseVersion: '1',
  } as GroupJob);

it('a spec has both families, what to listen on, and one DNS name a network', () => {
  expect(spec({ a: v4, 'a.ipv6': v6 })).toMatchObject({
    ip: '10.0.9.2',
    ipv4: '10.0.9.2',
    ipv6: '2001:db8::2',
    listen: '::',
    networks: { a: { dns_record_name: '0.nginx.a.my-nginx.bosh' }, 'a.ipv6': { dns_record_name: '0.nginx.a.my-nginx.bosh' } },
  });
  expect(spec({ a: v4 })).toMatchObject({ ipv4: '10.0.9.2', ipv6: null, listen: '0.0.0.0' });
});

it('its address is a name where the manifest says so, `ip` never', () => {
  const named = { address: 'u.nginx.a.my-nginx.bosh', ip: '10.0.9.2' };
  expect(spec({ a: v4 })).toMatchObject({ address: '10.0.9.2', ip: '10.0.9.2' });
  expect(spec({ a: v4 }, { useDnsAddresses: false })).toMatchObject({ address: '10.0.9.2' });
  expect(spec({ a: v4 }, { useDnsAddresses: true })).toMatchObject(named);
  expect(spec({ a: v4 }, { useLinkDnsNames: true })).toMatchObject(named);
  const short = { groups: new Map([['nginx', 2]]), networks: new Map([['a', 1]]), instances: new Map([['u', 3]]) };
  expect(spec({ a: v4, 'a.ipv6': v6 }, { useDnsAddresses: true }, { deployment: 'my_nginx', short })).toMatchObject({
    address: 'q-m3n1s0.q-g2.bosh',
    networks: { a: { dns_record_name: '0.nginx.a.my-nginx.bosh' } },
  });
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
