import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloudConfig, type Harness, manifest, startHarness } from './harness.test.support.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.close());

interface Told {
  code: number;
  message: string;
  details: { where: { document: string; line: number; column: number; pointer: string }; hint?: string };
}

/** What a deploy with one text replaced says when it fails. */
async function failed(replaced: {
  cloud?: [string, string] | undefined;
  /** Replaced in the cloud config after that. */
  also?: [string, string] | undefined;
  manifest?: [string, string] | undefined;
}): Promise<Told> {
  const change = (text: string, pair?: [string, string]): string => {
    const changed = pair === undefined ? text : text.replace(...pair);
    if (pair !== undefined && changed === text) throw new Error(`there is no ${pair[0]}`);
    return changed;
  };
  await h.setCloudConfig(change(change(cloudConfig, replaced.cloud), replaced.also));
  const task = await h.deploy(change(manifest, replaced.manifest), {}, 'nginx');
  expect(task.state).toBe('error');
  const lines = (await h.output(task, 'event')).trim().split('\n');
  return (JSON.parse(lines.at(-1) ?? '{}') as { error: Told }).error;
}

const six = 'range: "2601:646:100:69f1::/64"';
const gateway = '"2601:646:100:69f1:20d:b9ff:fe48:9249"';

describe("a cloud config's networking error", () => {
  it.each<[string, [string, string], number, string[], number]>([
    ['an unreadable range', [six, 'range: "2601:646:100:69g1::/64"'], 160002, ["'ipv6'", '2601:646:100:69g1::/64'], 10],
    ['a gateway of the other family', [gateway, '10.0.9.1'], 160003, ["'ipv6'", '2601:646:100:69f1::/64', '10.0.9.1'], 10],
    ['a gateway elsewhere', [gateway, '"2001:db8::1"'], 160003, ["'ipv6'", '2601:646:100:69f1::/64', '2001:db8::1'], 10],
    ['a static address elsewhere', ['69f1::160-', '69f2::160-'], 160010, ["'ipv6'", '2601:646:100:69f2::160'], 10],
    ['an unknown AZ', ['azs: [z1, z2], static: ["', 'azs: [z1, z9], static: ["'], 160007, ["'ipv6'", "'z9'"], 10],
    ['a wrong prefix', [six, `prefix: 48, ${six}`], 16013, ["'ipv6'", '2601:646:100:69f1::/64', '48'], 10],
    [
      'overlapping subnets in two spellings',
      [`[{${six}`, `[{range: "2601:0646:0100:69F1:0:0:0:0/80", gateway: "fe80::1", azs: [z1]}, {${six}`],
      160001,
      ["'ipv6'", '2601:646:100:69f1::/64', '2601:646:100:69f1::/80'],
      10,
    ],
  ])('%s', async (_name, change, code, names, line) => {
    const told = await failed({ cloud: change });
    expect(told).toMatchObject({ code, details: { where: { document: "cloud-config 'default'", line, column: expect.any(Number) } } });
    for (const name of names) expect(told.message).toContain(name);
  });
});

const fixed = '"2601:0646:0100:69f1:0000:0000:0000:0165"';

describe("a manifest's networking error", () => {
  it.each<[string, [string, string], number, string[], number]>([
    ['an unknown network', ['name: ipv6', 'name: ipv7'], 150001, ["'ipv7'"], 15],
    ['a static address of no subnet', [fixed, '"2601:646:100:69F2::165"'], 150002, ["'ipv6'", '2601:646:100:69f2::165'], 15],
    ['one that no subnet lists', [fixed, '"2601:646:100:69F1::5"'], 150002, ["'ipv6'", '2601:646:100:69f1::5'], 15],
    [
      'the same twice in two spellings',
      [`[${fixed}]`, `[${fixed}, "2601:646:100:69f1::165"]`],
      150009,
      ["'ipv6'", '2601:646:100:69f1::165'],
      15,
    ],
    ['too many', [`[${fixed}]`, '["2601:646:100:69f1::160-2601:646:100:69f1::162"]'], 150002, ["'ipv6'", '3', '1'], 15],
    ['a zone', [fixed, '"fe80::1%eth0"'], 160010, ["'fe80::1%eth0'"], 15],
    ['a reversed range', [fixed, '"2601:646:100:69f1::16a - 2601:646:100:69f1::165"'], 160010, ['2601:646:100:69f1::16a'], 15],
    ['an unknown default', ['default: [dns, gateway]', 'default: [dns, gateway, router]'], 150003, ["'router'"], 15],
  ])('%s', async (_name, change, code, names, line) => {
    const told = await failed({ manifest: change });
    expect(told).toMatchObject({ code, details: { where: { document: 'manifest', line, column: expect.any(Number) } } });
    for (const name of names) expect(told.message).toContain(name);
  });
});

const dual = [
  `subnets: [{range: 10.0.9.0/24`,
  'subnets: [{range: "2001:db8::/64", gateway: "fe80::1", azs: [z1, z2]}, {range: 10.0.9.0/24',
] as [string, string];
const networks = manifest.slice(manifest.indexOf('  - {name: default'));

describe('an error of a network with both families', () => {
  it.each<[string, { cloud?: [string, string]; manifest?: [string, string] }, number, string[], { document: string; line: number }]>([
    [
      'advertisements on IPv4',
      { cloud: ['{range: 10.0.9.0/24', '{accept_router_advertisements: true, range: 10.0.9.0/24'] },
      160008,
      ["'default'", '10.0.9.0/24'],
      { document: "cloud-config 'default'", line: 7 },
    ],
    [
      'an off-range gateway',
      { cloud: ['gateway: 10.0.9.1,', 'gateway: 10.1.9.1,'] },
      160003,
      ["'default'", '10.0.9.0/24', '10.1.9.1'],
      { document: "cloud-config 'default'", line: 7 },
    ],
    [
      'a network named like the second family of another',
      { cloud: ['- name: ipv6', '- name: default.ipv4'] },
      190007,
      ["'default.ipv4'", "'default'"],
      { document: "cloud-config 'default'", line: 8 },
    ],
    [
      'too few of one family',
      { manifest: [networks, '  - {name: default, static_ips: [10.0.9.165, 10.0.9.166, "2001:DB8::5"]}\n'] },
      150002,
      ["'default'"],
      { document: 'manifest', line: 14 },
    ],
    [
      'two default routes of a family',
      { manifest: ['static_ips: [10.0.9.165]', 'default: [gateway], static_ips: [10.0.9.165]'] },
      150004,
      ['IPv6'],
      { document: 'manifest', line: 15 },
    ],
  ])('%s', async (_name, change, code, names, where) => {
    const cloud = change.cloud;
    const told = await failed({ cloud: dual, manifest: change.manifest, also: cloud });
    expect(told).toMatchObject({ code, details: { where: { ...where, column: expect.any(Number) } } });
    for (const name of names) expect(told.message).toContain(name);
  });

  it('no way to the Director says which is missing, and how to add it', async () => {
    const lonely = `- {name: lonely, subnets: [{range: "2001:db8::/64", azs: [z1]}]}\n- name: ipv6`;
    const told = await failed({ cloud: ['- name: ipv6', lonely], manifest: [networks, '  - {name: lonely}\n'] });
    expect(told).toMatchObject({
      details: { code: 'NoRouteToDirector', hint: expect.any(String), where: { document: 'manifest', line: expect.any(Number) } },
    });
    for (const name of ["'nginx'", "'lonely'", '2601:646:100:69f1::151']) expect(`${told.message} ${told.details.hint}`).toContain(name);
  });
});
