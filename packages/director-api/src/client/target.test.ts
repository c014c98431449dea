import { describe, expect, it } from 'vitest';
import { directorUrl, isSameDirector, parseTarget } from './target.js';

describe('parseTarget', () => {
  it.each([
    ['10.0.9.151', 'https://10.0.9.151:25555'],
    ['https://director.example/', 'https://director.example:25555'],
    ['director.example:1234', 'https://director.example:1234'],
    ['::1', 'https://[::1]:25555'],
    ['[::1]', 'https://[::1]:25555'],
    ['[::1]:1234', 'https://[::1]:1234'],
    ['https://[fd00::1]', 'https://[fd00::1]:25555'],
    ['https://[FD00:0::1]:25555', 'https://[fd00::1]:25555'],
    ['2601:0646:0100:69f1:0000:0000:0000:0151', 'https://[2601:646:100:69f1::151]:25555'],
    ['FE80::1%eth0', 'https://[fe80::1%25eth0]:25555'],
    ['[fe80::1%25eth0]:1', 'https://[fe80::1%25eth0]:1'],
    ['https://[fe80::1%eth0]', 'https://[fe80::1%25eth0]:25555'],
    ['::ffff:10.0.9.151', 'https://[::ffff:10.0.9.151]:25555'],
  ])('%s', (text, origin) => expect(parseTarget(text)).toMatchObject({ origin, text }));

  it.each(['', '::1:99999', 'a b', 'https://:25555', '[fe80::1%]:1', '[10.0.9.151]:25555', '010.0.9.151'])('refuses %j', (text) => {
    expect(() => parseTarget(text)).toThrow(expect.objectContaining({ code: 'InvalidDirectorUrl' }));
  });
});

describe('what follows an address', () => {
  it.each([
    ['::1/128', '/128'],
    ['10.0.9.151/24', '/24'],
    ['https://[::1]:25555/foo', '/foo'],
    ['https://director.example/any/path', '/any/path'],
    ['director.example?x=1', '?x=1'],
  ])('%s is refused, not dropped', (text, rest) => {
    expect(() => parseTarget(text)).toThrow(
      expect.objectContaining({ code: 'InvalidDirectorUrl', message: expect.stringContaining(`'${rest}' follows its address`) }),
    );
    expect(directorUrl(text)).toBe(text);
    expect(isSameDirector(text, text.slice(0, -rest.length))).toBe(false);
  });
});

describe('directorUrl', () => {
  const canonical = 'https://[2601:646:100:69f1::151]:25555';
  it.each([
    ['2601:646:100:69f1::151', canonical],
    ['2601:0646:0100:69F1:0000:0000:0000:0151', canonical],
    ['[2601:646:100:69f1::151]', canonical],
    ['[2601:646:100:69f1::0151]:25555', canonical],
    ['https://[2601:646:100:69f1:0:0:0:151]:25555', canonical],
    ['HTTPS://[2601:646:100:69F1::151]/', canonical],
    ['::1', 'https://[::1]:25555'],
    ['[::1]:443', 'https://[::1]:443'],
    ['fe80::1%eth0', 'https://[fe80::1%25eth0]:25555'],
    ['[FE80::1%25eth0]:25555', 'https://[fe80::1%25eth0]:25555'],
    // As the stock CLI keeps and prints them.
    ['10.0.9.151', '10.0.9.151'],
    ['https://10.0.9.151:25555', 'https://10.0.9.151:25555'],
    ['bosh-vsphere-ipv4.nono.io', 'bosh-vsphere-ipv4.nono.io'],
    ['ipv4', 'ipv4'],
    ['[::1', '[::1'],
  ])('%s', (text, url) => {
    expect(directorUrl(text)).toBe(url);
    expect(directorUrl(url)).toBe(url);
  });
});

describe('isSameDirector', () => {
  it.each([
    ['::1', 'https://[0:0::1]:25555', true],
    ['[::1]:443', '::1', false],
    ['fe80::1%eth0', 'https://[FE80::1%25eth0]', true],
    ['fe80::1%eth0', 'fe80::1%eth1', false],
    ['10.0.9.151', 'https://10.0.9.151:25555', true],
    ['::ffff:10.0.9.151', '10.0.9.151', false],
    ['name', 'https://name', true],
    ['[::1', '[::1', true],
    ['[::1', '::1', false],
  ])('%s and %s: %s', (a, b, same) => expect(isSameDirector(a, b)).toBe(same));
});
