import { expect, test } from 'vitest';
import { place } from '../place.js';
import { desire, emptySnapshot, manifestText } from '../scenario.test.support.js';
import { linkContent } from './link-content.js';
import { resolveLinks } from './resolve-links.js';

function linked(
  consumes: string,
  second = '',
  features = '',
): { resolve: () => ReturnType<typeof resolveLinks>; placement: ReturnType<typeof place> } {
  const group = { instances: 1, azs: ['z1'], networks: '[{name: v4}, {name: v6, default: [dns, gateway]}]' };
  const text = manifestText([
    { ...group, name: 'db' },
    { ...group, name: 'web' },
  ])
    .replace('name: db, instances: 1', 'name: db, instances: 2')
    .replace('{name: j, release: r}', `{name: p, release: r}${second}`)
    .replace('{name: j, release: r}', `{name: c, release: r${consumes}}`);
  const desired = desire(text + features);
  const [release] = desired.releases;
  const base = { version: '1', sha1: 's', blobstoreId: 'b', packages: [], properties: { port: {}, 'a.b': {}, hidden: {} } };
  const provides = [{ name: 'conn', type: 'db', properties: ['port', 'a.b'] }];
  release?.jobs.push(
    { ...base, name: 'p', provides, consumes: [] },
    { ...base, name: 'q', provides, consumes: [] },
    { ...base, name: 'c', provides: [], consumes: [{ name: 'database', type: 'db', optional: false }] },
  );
  const placement = place(emptySnapshot, desired);
  return { resolve: () => resolveLinks(desired.manifest, placement), placement };
}

test('an implicit link finds the one provider of its type', () => {
  const { resolve, placement } = linked('');
  const source = resolve().web?.c?.database;
  if (source === undefined) throw new Error('not resolved');
  const content = linkContent(source, { deployment: 'd' }, placement, { port: 5, a: { b: 1 }, hidden: 'x' });
  expect(content.properties).toEqual({ port: 5, a: { b: 1 } });
  expect(content.instances).toHaveLength(2);
  const [first] = content.instances as { address: string; addresses: object }[];
  expect(first?.address).toBe('fd00:1::2');
  expect(first?.addresses).toEqual({ v4: '10.0.0.2', v6: 'fd00:1::2' });
});

test('an explicit network chooses the address', () => {
  const { resolve, placement } = linked(', consumes: {database: {from: conn, network: v4}}');
  const source = resolve().web?.c?.database;
  if (source === undefined) throw new Error('not resolved');
  expect((linkContent(source, { deployment: 'd' }, placement, {}).instances as { address: string }[])[0]?.address).toBe('10.0.0.2');
});

test.each([
  ['', '', 'fd00:1::2'],
  ['', 'features: {use_dns_addresses: true}\n', 'UUID.db.v6.d.bosh'],
  ['', 'features: {use_link_dns_names: true}\n', 'UUID.db.v6.d.bosh'],
  [', consumes: {database: {from: conn, ip_addresses: true}}', 'features: {use_dns_addresses: true}\n', 'fd00:1::2'],
  [', consumes: {database: {from: conn, ip_addresses: false}}', '', 'UUID.db.v6.d.bosh'],
  [', consumes: {database: {from: conn, ip_addresses: false, network: v4}}', '', 'UUID.db.v4.d.bosh'],
])('a link with %j and %j has %s', (consumes, features, address) => {
  const { resolve, placement } = linked(consumes, '', features);
  const source = resolve().web?.c?.database;
  if (source === undefined) throw new Error('not resolved');
  const [first] = linkContent(source, { deployment: 'd' }, placement, {}).instances as { address: string; id: string }[];
  expect(first?.address).toBe(address.replace('UUID', first?.id ?? ''));
  // as another deployment has it: what was stored has both
  if (source.kind !== 'provider') throw new Error('not of this deployment');
  const content = linkContent({ kind: 'provider', provider: source.provider }, { deployment: 'd' }, placement, {});
  const provider = { id: 1, deployment: 'd', name: 'conn', type: 'db', content };
  const [shared] = linkContent({ ...source, kind: 'shared', provider }, { deployment: 'other' }, placement, {}).instances as {
    address: string;
  }[];
  expect(shared?.address).toBe(first?.address);
});

test('short names hold the numbers of instance, network and group, and go to other deployments as they are', () => {
  const { resolve, placement } = linked('', '', 'features: {use_dns_addresses: true, use_short_dns_addresses: true}\n');
  const source = resolve().web?.c?.database;
  if (source?.kind !== 'provider') throw new Error('not resolved');
  const own = placement.instances.filter(({ group }) => group === 'db');
  const short = {
    groups: new Map([['db', 4]]),
    networks: new Map([
      ['v4', 1],
      ['v6', 2],
    ]),
    instances: new Map(own.map(({ uuid }, at) => [uuid, 10 + at])),
  };
  const content = linkContent(source, { deployment: 'd', short }, placement, {});
  expect(content).toMatchObject({ use_short_dns_addresses: true, dns_numbers: { group: 4, networks: { v4: 1, v6: 2 } } });
  const names = (of: typeof content) => (of.instances as { address: string }[]).map(({ address }) => address);
  expect(names(content)).toEqual(['q-m10n2s0.q-g4.bosh', 'q-m11n2s0.q-g4.bosh']);
  const provider = { id: 1, deployment: 'd', name: 'conn', type: 'db', content };
  const shared = linkContent({ kind: 'shared', provider, named: true, network: 'v4' }, { deployment: 'other' }, placement, {});
  expect(names(shared)).toEqual(['q-m10n1s0.q-g4.bosh', 'q-m11n1s0.q-g4.bosh']);
  // of a preview: not given yet
  const none = { groups: new Map(), networks: new Map(), instances: new Map() };
  expect(names(linkContent(source, { deployment: 'd', short: none }, placement, {}))).toEqual(Array(2).fill('q-m0n0s0.q-g0.bosh'));
});

test('where links have names, those hold the number of the name and type of the link, whichever group provides it', () => {
  const { resolve, placement } = linked('', '', 'features: {use_link_dns_names: true}\n');
  const source = resolve().web?.c?.database;
  if (source?.kind !== 'provider') throw new Error('not resolved');
  const short = {
    groups: new Map([['db', 4]]),
    networks: new Map([['v6', 2]]),
    instances: new Map(placement.instances.map(({ uuid }, at) => [uuid, 10 + at])),
    links: new Map([['conn-db', 7]]),
  };
  const content = linkContent(source, { deployment: 'd', short }, placement, {});
  expect(content).toMatchObject({
    use_short_dns_addresses: true,
    use_link_dns_names: true,
    group_name: 'conn-db',
    dns_numbers: { group: 7 },
  });
  const addresses = (content.instances as { address: string }[]).map(({ address }) => address.replace(/m\d+/, 'm'));
  expect(addresses).toEqual(['q-mn2s0.q-g7.bosh', 'q-mn2s0.q-g7.bosh']);
  const unnumbered = linkContent(source, { deployment: 'd', short: { ...short, links: new Map() } }, placement, {});
  expect(unnumbered).toMatchObject({ use_link_dns_names: true, dns_numbers: { group: 0 } });
});

test('nobody provides it, or two do: 190016 with the place of the consumer', () => {
  for (const { resolve } of [linked(', consumes: {database: {from: nothing}}'), linked('', ', {name: q, release: r}')]) {
    expect(resolve).toThrow(expect.objectContaining({ number: 190016, where: { pointer: '/instance_groups/1/jobs/0' } }));
  }
});

test('a name that nobody provides is told with those that are there', () => {
  const message = (text: string): unknown => expect.objectContaining({ message: expect.stringContaining(text) });
  const of = (link: string): unknown => linked(`, consumes: {database: ${link}}`).resolve;
  expect(of('{from: nothing}')).toThrow(message(" from 'nothing'; of this type there is 'conn' of db/p"));
  expect(of('{from: conn, deployment: other}')).toThrow(message(" from 'conn'; of this type there is none"));
});

test('properties called like parts of every object are handed on and harm nothing', () => {
  const { resolve, placement } = linked('');
  const source = resolve().web?.c?.database;
  if (source?.kind !== 'provider') throw new Error('not resolved');
  const wide = { ...source, provider: { ...source.provider, properties: ['__proto__.x', 'constructor.prototype.y', 'toString'] } };
  const given = JSON.parse('{"__proto__": {"x": 1}, "constructor": {"prototype": {"y": 2}}}');
  const content = linkContent(wide, { deployment: 'd' }, placement, given);
  expect(JSON.stringify(content.properties)).toBe('{"__proto__":{"x":1},"constructor":{"prototype":{"y":2}}}');
  expect(({} as { x?: number }).x).toBeUndefined();
});

test('a group or a job may be called __proto__', () => {
  const text = manifestText([{ name: '__proto__', instances: 1, azs: ['z1'], networks: '[{name: v4}]' }]).replace(
    'name: j',
    'name: __proto__',
  );
  const desired = desire(text);
  const provides = [{ name: 'conn', type: 'db', properties: [] }];
  const consumes = [{ name: 'database', type: 'db', optional: false }];
  desired.releases[0]?.jobs.push({
    version: '1',
    sha1: 's',
    blobstoreId: 'b',
    packages: [],
    properties: {},
    name: '__proto__',
    provides,
    consumes,
  });
  const table = resolveLinks(desired.manifest, place(emptySnapshot, desired));
  expect(Object.keys(table)).toEqual(['__proto__']);
  expect(({} as Record<string, unknown>).database).toBeUndefined();
});

test('a custom provider hands on what its job declares; a name of the release or a property of nobody is 190016', () => {
  const custom = (definition: string) =>
    linked(
      ', consumes: {database: {from: mine}}',
      `, {name: c, release: r, consumes: {database: 'nil'}, custom_provider_definitions: [${definition}]}`,
    );
  const { resolve, placement } = custom('{name: mine, type: db, properties: [hidden]}');
  const source = resolve().web?.c?.database;
  if (source === undefined) throw new Error('not resolved');
  expect(linkContent(source, { deployment: 'd' }, placement, { hidden: 1, port: 2 }).properties).toEqual({ hidden: 1 });
  const where = { pointer: '/instance_groups/0/jobs/1' };
  expect(custom('{name: mine, type: db, properties: [absent]}').resolve).toThrow(expect.objectContaining({ number: 190016, where }));
  const { resolve: again } = linked(
    '',
    ", {name: q, release: r, provides: {conn: 'nil'}, custom_provider_definitions: [{name: p, type: x}]}",
  );
  expect(again().web?.c?.database).toMatchObject({ kind: 'provider' });
  const taken = linked('', ', {name: q, release: r, provides: {conn: {as: z}}, custom_provider_definitions: [{name: conn, type: y}]}');
  expect(taken.resolve).toThrow(expect.objectContaining({ number: 190016, message: expect.stringContaining('in its release already') }));
});

test('a network that the provider is not on is 190016; a deployment may name itself', () => {
  expect(linked(', consumes: {database: {network: absent}}').resolve).toThrow(expect.objectContaining({ number: 190016 }));
  expect(linked(', consumes: {database: {from: conn, deployment: d}}').resolve().web?.c?.database).toMatchObject({ kind: 'provider' });
});
