import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  agentMethods,
  applySpecSchema,
  decodeRequest,
  decodeResponse,
  networksSchema,
  parseDigest,
  updateSettingsSchema,
} from '@bosh6/agent-protocol';
import { attempt, attemptAsync, spoil } from '@bosh6/base/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineAction } from './core/action.js';
import { TarGuard } from './install/tar-guard.js';
import { kernelOf } from './network/kernel-state.js';
import { parseListeners } from './network/listeners.js';
import { nameServers } from './network/name-servers.js';
import { planNetworks } from './network/network-plan.js';
import { sightOf } from './processes/proc.js';
import { parseAgentFile, parseSettings } from './settings/settings-source.js';
import { parseMonitFile } from './supervisor/monit-file.js';
import { argv, tokens } from './supervisor/monit-tokens.js';
import { secondsOf } from './vitals/vitals.js';

const networks = {
  a: {
    type: 'manual',
    ip: '10.0.0.5',
    netmask: '255.255.255.0',
    gateway: '10.0.0.1',
    default: ['dns', 'gateway'],
    dns: ['8.8.8.8'],
    mac: '02:00:00:00:00:01',
  },
  b: {
    ip: '2001:db8::5',
    netmask: 'ffff:ffff:ffff:ffff::',
    prefix: '128',
    gateway: 'fe80::1',
    accept_ra: false,
    mac: '02:00:00:00:00:01',
    routes: [{ destination: '2001:db8:1::', netmask: 'ffff:ffff:ffff::', gateway: 'fe80::2' }],
  },
};
const settings = {
  agent_id: 'x',
  vm: { name: 'v' },
  mbus: 'nats://[2001:db8::1]:4222',
  blobstore: { provider: 'dav', options: { endpoint: 'https://x' } },
  networks,
  disks: { system: '/dev/sda', ephemeral: { path: '/dev/sdb' }, persistent: { 'disk-1': { path: '/x' } } },
  env: {
    bosh: {
      mbus: { urls: ['nats://x:4222'], cert: { ca: 'c', certificate: 'd', private_key: 'e' } },
      blobstores: [{ provider: 'local' }],
      ipv6: { enable: true },
    },
  },
};
const agentFile = {
  Platform: { Linux: { NetworkManager: 'ifupdown' } },
  Infrastructure: { Settings: { Sources: [{ Type: 'File', SettingsPath: '/x' }] } },
};
const spec = {
  deployment: 'd',
  name: 'n',
  id: 'i',
  az: 'z',
  index: 0,
  networks,
  configuration_hash: 'h',
  job: { name: 'j', templates: [{ name: 'j', version: '1', sha1: 's', blobstore_id: 'b' }] },
  packages: { p: { name: 'p', version: '1.1', sha1: 's', blobstore_id: 'b' } },
  rendered_templates_archive: { blobstore_id: 'b', sha1: 's' },
};
const nics = [{ name: 'eth0', mac: '02:00:00:00:00:01' }];
const links = [
  { ifname: 'eth0', group: '0', addr_info: [{ family: 'inet', local: '10.0.0.5', prefixlen: 24, valid_life_time: 4294967295 }] },
];
const routes = [
  {
    type: '1',
    dst: 'default',
    gateway: '10.0.0.1',
    dev: 'eth0',
    table: '254',
    protocol: '4',
    flags: ['onlink'],
    nexthops: [{ gateway: 'fe80::1', dev: 'eth0', flags: [] }],
  },
];
const rules = [{ priority: 0, src: '10.0.0.0', srclen: 24, table: '255', suppress_prefixlen: 0, suppress_ifgroup: '1' }];

const numbers = fc.array(fc.nat(100_000), { maxLength: 6 });
const json = (value: unknown): string => JSON.stringify(value) ?? '';
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(json(value));

describe('what is wrong in one place or three', () => {
  it.each<[string, unknown, (value: unknown) => unknown]>([
    [
      'settings, and the network that they ask for',
      settings,
      (value) => {
        const { networks: given } = parseSettings(json(value), 'settings.json');
        return [planNetworks(given ?? {}, nics), nameServers(given ?? {})];
      },
    ],
    ['agent.json', agentFile, (value) => parseAgentFile(json(value), 'agent.json')],
    ['networks', networks, (value) => planNetworks(networksSchema.safeParse(value).data ?? {}, nics)],
    ['apply spec', spec, (value) => applySpecSchema.safeParse(value).success],
    ['update_settings', { trusted_certs: 'x', mbus: settings.env.bosh.mbus }, (value) => updateSettingsSchema.safeParse(value).success],
    [
      'a request',
      { protocol: 3, method: 'ping', arguments: [1], reply_to: 'director.x' },
      (value) => decodeRequest(bytes(value)) ?? 'none',
    ],
    ['a response', { exception: { message: 'm', code: 'c', details: { a: 1 } } }, (value) => decodeResponse(bytes(value))],
    ["links of 'ip -j'", links, (value) => kernelOf([json(value), json(routes)], [json(rules)], [])],
    ["routes of 'ip -j'", routes, (value) => kernelOf([json(links), json(value)], [], [json(rules)])],
    ["rules of 'ip -j'", rules, (value) => kernelOf([], [json(value)], [json(value)])],
  ])('%s', (_name, right, read) => {
    expect(read(right)).toBeDefined();
    fc.assert(
      fc.property(numbers, (chosen) => {
        attempt(() => read(spoil(right, chosen)));
      }),
      { numRuns: 1000 },
    );
  });

  it.each(Object.keys(agentMethods) as (keyof typeof agentMethods)[])('arguments of %s', async (method) => {
    const action = defineAction(method, () => null as never);
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.jsonValue(),
            numbers.map((chosen) => spoil(spec, chosen)),
          ),
          { maxLength: 4 },
        ),
        async (args) => {
          await attemptAsync(() => action.run(args, { protocol: 3, signal: AbortSignal.abort() }));
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('texts of any kind', () => {
  const binary = fc.string({ unit: 'binary', maxLength: 60 });
  const pieces = (...units: string[]): fc.Arbitrary<string> =>
    fc.oneof(fc.string({ unit: fc.constantFrom(...units), maxLength: 30 }), binary);

  it.each<[string, fc.Arbitrary<string>, (text: string) => unknown]>([
    ['settings.json', binary, (text) => parseSettings(text, 'x')],
    ['agent.json', binary, (text) => parseAgentFile(text, 'x')],
    ["'ip -j'", pieces('[', ']', '{', '}', '"', ',', '0', 'null'), (text) => kernelOf([text, text], [text], [text])],
    ['a digest', pieces('sha1:', 'sha256:', ';', ':', '0'.repeat(40), 'f'.repeat(64), 'constructor:'), parseDigest],
    [
      'a monit file',
      pieces(
        'check ',
        'process ',
        'x ',
        'with ',
        'pidfile ',
        '/p ',
        'start ',
        'program ',
        '"a b" ',
        'timeout ',
        '5 ',
        'seconds ',
        'if ',
        'then ',
        'else ',
        'exec ',
        'depends ',
        'on ',
        '#',
        '\n',
        '"',
        "'",
        '=',
        '__proto__ ',
      ),
      (text) => parseMonitFile(text, 'monit'),
    ],
    ['a command line', pieces('"', "'", ' ', '\\', 'a', '$'), (text) => [argv(text), tokens(text)]],
    [
      "lines of 'ss'",
      pieces('LISTEN 0 128 ', '[::]:', '*:', '10.0.0.1:', '22', '99999999', ' ', 'users:(("', 'a', '",pid=1', '%eth0', 'v6only:0', '\n'),
      (text) => parseListeners(text, 1),
    ],
    ['/proc/<pid>/stat', pieces('1 ', '(', ')', 'S ', '0 ', '-1 ', 'x '), (text) => [sightOf(1, text), secondsOf(text, text)]],
  ])('%s', (_name, text, read) => {
    fc.assert(
      fc.property(text, (given) => {
        attempt(() => read(given));
      }),
      { numRuns: 2000 },
    );
  });

  it('messages of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (body) => {
        attempt(() => decodeRequest(body));
        attempt(() => decodeResponse(body));
      }),
      { numRuns: 2000 },
    );
  });

  it('a process is counted in numbers, or not at all', () => {
    fc.assert(
      fc.property(pieces('1 ', '(x) ', 'S ', '0 ', 'x '), (stat) => {
        const seen = sightOf(1, stat);
        expect(seen === undefined || Object.values(seen).every(Number.isFinite)).toBe(true);
        expect(Number.isFinite(secondsOf(stat, stat))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('tests of a monit file that follow each other by the ten thousand', () => {
    const text = `${'if x then alert else '.repeat(50_000)} check process a with pidfile /p`;
    expect(parseMonitFile(text, 'monit').services).toHaveLength(1);
  });

  it('tar streams', async () => {
    const field = fc.oneof(
      fc.constantFrom(
        '0',
        '512',
        '00000001000',
        '-1',
        '8',
        '\x80\0\0\0\0\0\0\0\0\0\0\x01',
        '\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff',
        '',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    const header = fc
      .record({
        name: fc.constantFrom('a', '../a', '/a', 'a/b', ''),
        size: field,
        type: fc.constantFrom('0', '1', '2', '3', '5', 'L', 'K', 'x', 'g', 'S', '\0'),
        link: fc.constantFrom('', 'a', '../x', '/x'),
      })
      .map(({ name, size, type, link }) => {
        const block = Buffer.alloc(512);
        block.write(name, 0, 'latin1');
        block.write(size, 124, 12, 'latin1');
        block.write(type, 156, 'latin1');
        block.write(link, 157, 'latin1');
        return block;
      });
    const pax = fc
      .constantFrom('12 path=a/b\n', '13 size=512\n\n', '9 path=x\n', '99 path=x\n', 'x', '10 a=b\n\n\n\n')
      .map((text) => Buffer.concat([Buffer.from(text), Buffer.alloc(512 - text.length)]));
    const part = fc.oneof(
      header,
      pax,
      fc.uint8Array({ maxLength: 700 }).map((some) => Buffer.from(some)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 5 }), async (parts) => {
        await attemptAsync(() =>
          pipeline(Readable.from(parts), new TarGuard('x'), async (source) => {
            for await (const _ of source);
          }),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
