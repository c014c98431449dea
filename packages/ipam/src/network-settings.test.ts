import { IntervalSet, IpAddress, IpPrefix } from '@bosh6/ip';
import { describe, expect, it } from 'vitest';
import { allocate, type Network, networkSettings, parseNetworks, type Reservation } from './index.js';

const parse = (...networks: unknown[]): Network[] => parseNetworks(networks, { azNames: ['z1'], neverAllocate: [] });
const only = (...networks: unknown[]): Network => parse(...networks)[0] as Network;
function held(network: Network): Reservation {
  const result = allocate(network, { used: IntervalSet.empty });
  if (!result.ok) throw result.error;
  return result.reservation;
}

describe('network settings', () => {
  it('are what BOSH tells of IPv4 and IPv6 on one NIC', () => {
    const [a, b] = parse(
      { name: 'a', subnets: [{ range: '192.168.1.0/24', gateway: '192.168.1.1' }] },
      { name: 'b', subnets: [{ range: '2001:db8:0:1::/64', gateway: '2001:db8:0:1::1' }] },
    ) as [Network, Network];
    expect(networkSettings({ network: a, reservation: held(a), defaults: ['dns'], nicGroup: '1' })).toEqual({
      type: 'manual',
      ip: '192.168.1.2',
      prefix: '32',
      netmask: '255.255.255.0',
      cloud_properties: {},
      default: ['dns'],
      nic_group: '1',
      gateway: '192.168.1.1',
    });
    expect(networkSettings({ network: b, reservation: held(b), defaults: ['gateway'], nicGroup: '1' })).toEqual({
      type: 'manual',
      ip: '2001:db8:0:1::2',
      prefix: '128',
      netmask: 'ffff:ffff:ffff:ffff:0000:0000:0000:0000',
      cloud_properties: {},
      default: ['gateway'],
      nic_group: '1',
      gateway: '2001:db8:0:1::1',
    });
  });

  it("are short for the post's unabbreviated network; no default, no key", () => {
    const network = only({
      name: 'ipv6',
      subnets: [
        {
          range: '2601:0646:0100:69f1:0000:0000:0000:0000/64',
          gateway: '2601:0646:0100:69f1:020d:b9ff:fe48:9249',
          dns: ['2001:4860:4860:0000:0000:0000:0000:8888'],
          cloud_properties: { name: 'IPv6' },
        },
      ],
    });
    const settings = networkSettings({ network, reservation: held(network), defaults: [] });
    expect(settings).toMatchObject({
      ip: '2601:646:100:69f1::1',
      gateway: '2601:646:100:69f1:20d:b9ff:fe48:9249',
      dns: ['2001:4860:4860::8888'],
      cloud_properties: { name: 'IPv6' },
    });
    expect(settings).not.toHaveProperty('default');
    expect(settings).not.toHaveProperty('nic_group');
  });

  it('of a delegated prefix carry its base, its length and the netmask of the subnet', () => {
    const network = only({ name: 'p', subnets: [{ range: '2001:db8:0:1::/64', gateway: '2001:db8:0:1::1', prefix: 80 }] });
    expect(networkSettings({ network, reservation: held(network), defaults: [], nicGroup: '1' })).toMatchObject({
      ip: '2001:db8:0:1:1::',
      prefix: '80',
      netmask: 'ffff:ffff:ffff:ffff:0000:0000:0000:0000',
    });
  });

  it('of dynamic and vip networks', () => {
    const [dynamic, vip] = parse(
      { name: 'd', type: 'dynamic', dns: ['8.8.8.8'], cloud_properties: { net: 1 } },
      { name: 'v', type: 'vip', subnets: [{ static: ['2001:db8::99'] }] },
    ) as [Network, Network];
    expect(networkSettings({ network: dynamic, defaults: ['gateway', 'dns'], observed: { ip: '10.0.0.7' } })).toEqual({
      type: 'dynamic',
      cloud_properties: { net: 1 },
      prefix: '32',
      dns: ['8.8.8.8'],
      default: ['dns', 'gateway'],
      ip: '10.0.0.7',
    });
    expect(networkSettings({ network: vip, reservation: held(vip), defaults: [] })).toEqual({
      type: 'vip',
      ip: '2001:db8::99',
      cloud_properties: {},
      prefix: '128',
    });
    expect(() => networkSettings({ network: vip, reservation: held(vip), defaults: ['dns'] })).toThrowError(
      expect.objectContaining({ number: 130007 }),
    );
  });

  it('114 refuse what no longer fits the network', () => {
    const network = only({ name: 'a', subnets: [{ range: '192.168.1.0/24', gateway: '192.168.1.1', prefix: 28 }] });
    const reservation = (text: string): Reservation => ({ family: 4, prefix: IpPrefix.parse(text), network: 'a', kind: 'dynamic' });
    expect(() => networkSettings({ network, reservation: reservation('192.168.1.2'), defaults: [] })).toThrowError(
      expect.objectContaining({
        number: 130015,
        message: expect.stringMatching(/192\.168\.1\.2\/32.* 192\.168\.1\.0\/24 of network 'a' .*\/28/),
      }),
    );
    expect(() => networkSettings({ network, reservation: reservation('192.168.2.2'), defaults: [] })).toThrowError(
      expect.objectContaining({ number: 130001, message: expect.stringMatching(/192\.168\.2\.2 .* network 'a'/) }),
    );
    expect(() => networkSettings({ network, defaults: [] })).toThrowError(
      expect.objectContaining({ number: 130005, message: expect.stringMatching(/network 'a'/) }),
    );
    expect(IpAddress.parse('192.168.1.2').family).toBe(4);
  });
});
