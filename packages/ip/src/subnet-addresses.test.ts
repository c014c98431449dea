import { describe, expect, it } from 'vitest';
import { broadcastAddress, IpAddress, IpPrefix, reservedAnycast, solicitedNodeMulticast, subnetRouterAnycast } from './index.js';

describe('of a network', () => {
  it.each([
    ['2001:db8::/64', '2001:db8::'],
    ['2001:db8::7/126', '2001:db8::4'],
    ['2001:db8::/127', undefined],
    ['2001:db8::/128', undefined],
    ['10.0.0.0/8', undefined],
  ])('the subnet-router anycast address of %s is %s', (network, address) => {
    expect(subnetRouterAnycast(IpPrefix.parse(network))?.toString()).toBe(address);
  });

  it.each([
    ['2001:db8::/64', '2001:db8::fdff:ffff:ffff:ff80-2001:db8::fdff:ffff:ffff:ffff'],
    ['fe80::/64', 'fe80::fdff:ffff:ffff:ff80-fe80::fdff:ffff:ffff:ffff'],
    ['64:ff9b::/64', '64:ff9b::ffff:ffff:ffff:ff80-64:ff9b::ffff:ffff:ffff:ffff'],
    ['2001:db8::/80', '2001:db8::ffff:ffff:ff80-2001:db8::ffff:ffff:ffff'],
    ['2001:db8::/120', '2001:db8::80-2001:db8::ff'],
    ['2001:db8::/121', undefined],
    ['10.0.0.0/8', undefined],
  ])('RFC 2526 reserves in %s: %s', (network, range) => {
    expect(reservedAnycast(IpPrefix.parse(network))?.toString()).toBe(range);
  });

  it.each([
    ['10.0.9.165/24', '10.0.9.255'],
    ['10.0.9.0/30', '10.0.9.3'],
    ['10.0.9.0/31', undefined],
    ['10.0.9.0/32', undefined],
    ['2001:db8::/64', undefined],
  ])('the broadcast address of %s is %s', (network, address) => {
    expect(broadcastAddress(IpPrefix.parse(network))?.toString()).toBe(address);
  });
});

describe('a solicited-node group', () => {
  it('is made of the last 24 bits', () => {
    expect(solicitedNodeMulticast(IpAddress.parse('2001:db8::1:800:200e:8c6c')).toString()).toBe('ff02::1:ff0e:8c6c');
    expect(solicitedNodeMulticast(IpAddress.parse('fe80::1%eth0')).toString()).toBe('ff02::1:ff00:1');
  });

  it('is nothing that an IPv4 address has', () => {
    expect(() => solicitedNodeMulticast(IpAddress.parse('10.0.0.1'))).toThrowError(expect.objectContaining({ code: 'InvalidAddress' }));
  });
});
