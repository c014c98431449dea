import { expect, test } from 'vitest';
import { resolvConf, resolverAddress } from './resolv-conf.js';

const own = `nameserver ${resolverAddress}\n`;

test("the settings' servers come after the resolver, and are whom it asks; without it they stand alone", () => {
  const servers = ['8.8.8.8', '2001:4860:4860::8888'];
  const both = 'nameserver 8.8.8.8\nnameserver 2001:4860:4860::8888\n';
  expect(resolvConf('nameserver 10.0.0.1\n', servers, true)).toEqual({ text: own + both, upstream: servers });
  expect(resolvConf(own + both, servers, false)).toEqual({ text: both, upstream: servers });
  expect(resolvConf('', [resolverAddress, '8.8.8.8'], true)).toEqual({ text: `${own}nameserver 8.8.8.8\n`, upstream: ['8.8.8.8'] });
});

test('without any, what the machine names itself stays', () => {
  const text = 'search example\n nameserver\t10.0.0.1\nnameserver 127.0.0.1\nnameserver resolver.example\n';
  expect(resolvConf(text, [], true)).toEqual({ text, upstream: ['10.0.0.1', '127.0.0.1'] });
});

test('where nobody is named, whom the C library would ask still answers', () => {
  const whole = { text: `${own}nameserver 127.0.0.1\n`, upstream: ['127.0.0.1'] };
  expect(resolvConf('', [], true)).toEqual(whole);
  expect(resolvConf('# nameserver 10.0.0.1\nnameserver 127.0.0.1\noptions ndots:2\n', [], true)).toEqual({
    ...whole,
    text: `${whole.text}# nameserver 10.0.0.1\noptions ndots:2\n`,
  });
  expect(resolvConf(whole.text, [], true)).toEqual(whole);
  expect(resolvConf('', [], false)).toEqual({ text: '', upstream: ['127.0.0.1'] });
  expect(resolvConf(own, [], false)).toEqual({ text: '', upstream: ['127.0.0.1'] });
});
