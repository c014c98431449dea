import { describe, expect, it, test } from 'vitest';
import { parseTarget } from '../target.js';
import { bypasses } from './bypasses.js';
import { chooseProxy } from './choose-proxy.js';

const director = parseTarget('10.0.9.151');
const socks = { kind: 'socks5', host: 'jump', port: 1080 };

describe('the proxy of the environment', () => {
  it.each([
    [{}, undefined],
    [{ BOSH_ALL_PROXY: '', HTTPS_PROXY: '' }, undefined],
    [{ BOSH_ALL_PROXY: 'socks5://jump' }, socks],
    [{ BOSH_ALL_PROXY: 'socks5://u:p%40@[2001:DB8::1]:99' }, { ...socks, host: '2001:db8::1', port: 99, user: 'u', password: 'p@' }],
    [
      { BOSH_ALL_PROXY: 'ssh+socks5://jumpbox@jump:2222?private-key=/keys/jump%20box' },
      { kind: 'ssh', host: 'jump', port: 2222, user: 'jumpbox', privateKey: '/keys/jump box' },
    ],
    [{ HTTPS_PROXY: 'proxy:3128' }, { kind: 'http', url: 'http://proxy:3128/' }],
    [{ https_proxy: 'https://proxy' }, { kind: 'http', url: 'https://proxy/' }],
    [{ HTTPS_PROXY: 'http://proxy', BOSH_ALL_PROXY: 'socks5://jump' }, socks],
    [{ HTTPS_PROXY: 'http://proxy', NO_PROXY: '10.0.9.0/24' }, undefined],
    [{ BOSH_ALL_PROXY: 'socks5://jump', no_proxy: 'example.com, 10.0.9.151' }, undefined],
  ])('%j', (env, proxy) => {
    expect(chooseProxy(director, env)).toEqual(proxy);
  });

  it('stands not between a machine and itself, unless it is for all', () => {
    for (const self of ['localhost', '127.0.0.1', '[::1]']) {
      expect(chooseProxy(parseTarget(self), { HTTPS_PROXY: 'proxy' })).toBeUndefined();
      expect(chooseProxy(parseTarget(self), { BOSH_ALL_PROXY: 'socks5://jump' })).toEqual(socks);
    }
  });

  it.each(['jump', 'ftp://jump', 'ssh+socks5://jump', 'socks5://'])('%s is refused', (BOSH_ALL_PROXY) => {
    expect(() => chooseProxy(director, { BOSH_ALL_PROXY })).toThrow(expect.objectContaining({ code: 'InvalidProxy' }));
  });
});

test.each([
  ['*', 'anything', true],
  ['', '10.0.9.151', false],
  ['2001:DB8:0::151', '[2001:db8::151]', true],
  ['[2001:db8::151]:25555', '2001:db8::151', true],
  ['[2001:db8::151]:443', '2001:db8::151', false],
  ['2001:db8::/32', '2001:db8:1::1', true],
  ['2001:db8::/32', '2001:db9::1', false],
  ['fe80::/10', 'fe80::1%eth0', true],
  ['10.0.9.0/33,10.0.9.1', '10.0.9.151', false],
  ['example.com', 'Director.Example.com', true],
  ['example.com', 'example.com', true],
  ['.example.com', 'example.com', false],
  ['*.example.com', 'director.example.com', true],
  ['ample.com', 'example.com', false],
  ['example.com:443', 'example.com', false],
])('NO_PROXY=%s and %s: %s', (noProxy, host, expected) => {
  expect(bypasses(parseTarget(host), noProxy)).toBe(expected);
});
