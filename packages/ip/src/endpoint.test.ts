import { describe, expect, it } from 'vitest';
import { formatEndpoint, parseEndpoint } from './index.js';

describe('an endpoint', () => {
  it.each([
    ['::1', '::1', 25555],
    ['[::1]', '::1', 25555],
    ['[::1]:443', '::1', 443],
    ['https://[FD00::1]', 'fd00::1', 25555],
    ['https://[fd00::1]:1/info?x=1', 'fd00::1', 1],
    ['[fe80::1%25eth0]:80', 'fe80::1%eth0', 80],
    ['10.0.9.151', '10.0.9.151', 25555],
    ['10.0.9.151:8443', '10.0.9.151', 8443],
    ['https://bosh.example.com:25555/', 'bosh.example.com', 25555],
    [' bosh-vsphere-ipv4.nono.io ', 'bosh-vsphere-ipv4.nono.io', 25555],
    ['2601:646:100:69f1::151:443', '2601:646:100:69f1::151:443', 25555],
  ])('%s', (text, host, port) => {
    expect(parseEndpoint(text, 25555)).toEqual({ host, port });
  });

  it.each(['', '[::1', '::1]', 'a:b', 'host:99999', '[10.0.0.1]:1', '1.2.3:4', 'a b', 'http://', '256.0.0.1', '[::1]x'])(
    "'%s' is refused",
    (text) => {
      expect(() => parseEndpoint(text, 25555)).toThrowError(expect.objectContaining({ code: 'InvalidEndpoint' }));
    },
  );

  it('is written with brackets where IPv6 needs them', () => {
    expect(formatEndpoint('2001:DB8::1', 80)).toBe('[2001:db8::1]:80');
    expect(formatEndpoint('::1')).toBe('[::1]');
    expect(formatEndpoint('10.0.0.1', 80)).toBe('10.0.0.1:80');
    expect(formatEndpoint('name')).toBe('name');
  });
});
