import { describe, expect, it } from 'vitest';
import { serverAddress } from './index.js';

describe('a server address', () => {
  it.each([
    ['nats://10.0.9.151:4222', '10.0.9.151:4222'],
    ['tls://[2601:646:100:69f1::151]:4223', '[2601:646:100:69f1::151]:4223'],
    ['::1', '[::1]:4222'],
    ['[::1]', '[::1]:4222'],
    ['2601:646:100:69f1::151', '[2601:646:100:69f1::151]:4222'],
    ['director.example:99', 'director.example:99'],
    [' nats://director/ ', 'director:4222'],
  ])("'%s' is %s", (text, expected) => {
    expect(serverAddress(text)).toBe(expected);
  });

  it.each(['', 'a:b', 'a:99999', '[zz]:1', 'user@host', 'http://x/y', 'nats:// a', 'a b'])("'%s' is none", (text) => {
    expect(() => serverAddress(text)).toThrowError(expect.objectContaining({ code: 'MalformedServer' }));
  });
});
