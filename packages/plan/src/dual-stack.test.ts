import { describe, expect, it } from 'vitest';
import { decide } from './decide.js';
import type { Desired } from './desired.js';
import { place } from './place.js';
import { carriedOut, cloudText, desire, emptySnapshot, type GroupText, manifestText, sameHashes } from './scenario.test.support.js';

const dual = `- name: dual
  subnets:
  - {range: 10.1.0.0/24, gateway: 10.1.0.1, azs: [z1], static: [10.1.0.50-10.1.0.60], cloud_properties: {name: one}}
  - {range: "fd00:2::/64", gateway: "fe80::1", azs: [z1], static: ["fd00:2::50-fd00:2::60"], dns: ["fd00:2::53"], cloud_properties: {name: one}}
`;
const cloud = cloudText.replace('compilation:', `${dual}compilation:`);
const group: GroupText = { name: 'web', instances: 2, azs: ['z1'], networks: '[{name: dual}]' };
const wish = (change: Partial<GroupText> = {}, text = cloud): Desired => desire(manifestText([{ ...group, ...change }]), text);
const addresses = (desired: Desired, from = emptySnapshot): string[][] =>
  place(from, desired).instances.map(({ reservations }) => reservations.map(({ address }) => address));

describe('a network of both families', () => {
  it('gives each instance an address of both, on one NIC, with both default routes', () => {
    const [first] = place(emptySnapshot, wish()).instances;
    expect(first?.networks).toEqual({
      dual: {
        type: 'manual',
        ip: '10.1.0.2',
        prefix: '32',
        netmask: '255.255.255.0',
        cloud_properties: { name: 'one' },
        default: ['dns', 'gateway'],
        gateway: '10.1.0.1',
        nic_group: '1',
      },
      'dual.ipv6': {
        type: 'manual',
        ip: 'fd00:2::1',
        prefix: '128',
        netmask: 'ffff:ffff:ffff:ffff:0000:0000:0000:0000',
        cloud_properties: { name: 'one' },
        default: ['dns', 'gateway'],
        dns: ['fd00:2::53'],
        gateway: 'fe80::1',
        nic_group: '1',
      },
    });
    expect(first).toMatchObject({ ip: '10.1.0.2', ipv4: '10.1.0.2', ipv6: 'fd00:2::1', defaultNetwork: 'dual' });
    expect(first?.reservations.map(({ network, nicGroup }) => [network, nicGroup])).toEqual([
      ['dual', '1'],
      ['dual', '1'],
    ]);
  });

  it('is left alone by the next deploy', () => {
    const before = place(emptySnapshot, wish());
    const after = place(carriedOut(before), wish());
    expect(decide(after, sameHashes(after)).isNoop).toBe(true);
  });

  it('takes static addresses of either family, or of both, paired by AZ', () => {
    expect(addresses(wish({ networks: '[{name: dual, static_ips: ["fd00:2::50", "fd00:2::51"]}]' }))).toEqual([
      ['10.1.0.2', 'fd00:2::50'],
      ['10.1.0.3', 'fd00:2::51'],
    ]);
    expect(addresses(wish({ networks: '[{name: dual, static_ips: ["fd00:2::50-fd00:2::51", 10.1.0.50, 10.1.0.51]}]' }))).toEqual([
      ['10.1.0.50', 'fd00:2::50'],
      ['10.1.0.51', 'fd00:2::51'],
    ]);
  });

  it('refuses as many of one family as there are not instances', () => {
    expect(() => place(emptySnapshot, wish({ networks: '[{name: dual, static_ips: ["fd00:2::50", 10.1.0.50, 10.1.0.51]}]' }))).toThrow(
      expect.objectContaining({ number: 150002, message: expect.stringContaining('1 static IPv6 IPs for 2 instances') }),
    );
  });

  it('keeps the address that an instance had before its network got the second family', () => {
    const single = cloud.replace(/ {2}- \{range: "fd00:2.*\n/, '');
    const before = place(emptySnapshot, wish({}, single));
    const after = place(carriedOut(before), wish());
    expect(after.instances[0]?.reservations).toMatchObject([{ address: '10.1.0.2', heldBy: 1 }, { address: 'fd00:2::1' }]);
    expect(decide(after, sameHashes(after)).instances.map(({ action }) => action)).toEqual(['recreate', 'recreate']);
  });

  it('leaves the NIC group that the manifest uses to it', () => {
    const networks = '[{name: v4, nic_group: 1, default: [dns]}, {name: dual, default: [gateway]}]';
    const [first] = place(emptySnapshot, wish({ networks })).instances;
    expect(Object.entries(first?.networks ?? {}).map(([name, { nic_group }]) => [name, nic_group])).toEqual([
      ['v4', '1'],
      ['dual', '2'],
      ['dual.ipv6', '2'],
    ]);
  });

  it('refuses another network that has the name of its second address', () => {
    const clash = cloud.replace('- name: v6', '- name: dual.ipv6');
    expect(() => place(emptySnapshot, wish({}, clash))).toThrow(expect.objectContaining({ number: 190007 }));
  });
});

describe('gateway, once a family', () => {
  it('on two networks of different families', () => {
    const [first] = place(
      emptySnapshot,
      wish({ networks: '[{name: v4, default: [gateway]}, {name: v6, default: [dns, gateway]}]' }),
    ).instances;
    expect(Object.values(first?.networks ?? {}).map((settings) => settings.default)).toEqual([['gateway'], ['dns', 'gateway']]);
  });
  it('not twice in one family', () => {
    const networks = '[{name: dual, default: [gateway]}, {name: v6, default: [dns, gateway]}]';
    expect(() => place(emptySnapshot, wish({ networks }))).toThrow(
      expect.objectContaining({ number: 150004, message: expect.stringContaining("'gateway' of IPv6") }),
    );
  });
});

describe('a route to the Director', () => {
  const near = (networks: string, ...endpoints: Desired['endpoints']): Desired => ({ ...wish({ networks }), endpoints });
  const four = { family: 4, address: '10.0.9.151' } as const;
  it('by a default route, by a common link, in either family', () => {
    expect(() => place(emptySnapshot, near('[{name: dual}]', four))).not.toThrow();
    expect(() =>
      place(emptySnapshot, near('[{name: v4}, {name: v6, default: [dns, gateway]}]', { family: 4, address: '10.0.0.9' })),
    ).not.toThrow();
    expect(() =>
      place(emptySnapshot, near('[{name: v4}, {name: v6, default: [dns, gateway]}]', four, { family: 6, address: 'fd00::9' })),
    ).not.toThrow();
  });
  it('or the deploy is refused, and says what is missing', () => {
    expect(() => place(emptySnapshot, near('[{name: v4}, {name: v6, default: [dns, gateway]}]', four))).toThrow(
      expect.objectContaining({
        code: 'NoRouteToDirector',
        message: expect.stringContaining("10.0.9.151: no IPv4 default route, for 'v4' (10.0.0.0/24) is not the default for gateway"),
        where: { pointer: '/instance_groups/0/networks' },
      }),
    );
    expect(() => place(emptySnapshot, near('[{name: v6}]', four))).toThrow(
      expect.objectContaining({ code: 'NoRouteToDirector', message: expect.stringContaining('it has no IPv4 network') }),
    );
  });
  it('not by a delegated prefix alone: the machine has no address of it to speak from', () => {
    const prefixes = `- name: prefixes
  subnets:
  - {range: "fd00:9::/64", gateway: "fd00:9::1", azs: [z1], prefix: 80}
`;
    const six = { family: 6, address: 'fd00:9::151' } as const;
    const wanted = (networks: string): Desired => ({
      ...wish({ networks }, cloud.replace('compilation:', `${prefixes}compilation:`)),
      endpoints: [six],
    });
    expect(() => place(emptySnapshot, wanted('[{name: prefixes}]'))).toThrow(
      expect.objectContaining({
        code: 'NoRouteToDirector',
        message: expect.stringContaining("no IPv6 address, for 'prefixes' (fd00:9::/64) gives prefixes only"),
      }),
    );
    expect(() => place(emptySnapshot, wanted('[{name: v6}, {name: prefixes, default: [dns, gateway]}]'))).not.toThrow();
    expect(() => place(emptySnapshot, wanted('[{name: v4, default: [dns, gateway]}, {name: prefixes}]'))).toThrow(
      expect.objectContaining({ code: 'NoRouteToDirector' }),
    );
  });
});
