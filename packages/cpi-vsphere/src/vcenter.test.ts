import { afterAll, beforeAll, expect, it } from 'vitest';
import { context, type Simulated, simulate } from './testing/simulated.js';
import { onVcsim } from './testing/vcsim.js';
import { urlOf } from './vcenter.js';

it.each([
  ['vc.example', 'https://vc.example'],
  ['vc.example:8443', 'https://vc.example:8443'],
  ['192.0.2.1', 'https://192.0.2.1'],
  ['2001:db8::1', 'https://[2001:db8::1]'],
  ['2001:0DB8:0::0001', 'https://[2001:db8::1]'],
  ['[2001:db8::1]', 'https://[2001:db8::1]'],
  ['[2001:db8::1]:8443', 'https://[2001:db8::1]:8443'],
])('a vCenter at %s is asked at %s', (host, url) => {
  expect(urlOf(host)).toBe(url);
  expect(new URL(url).origin).toBe(url);
});

onVcsim('the certificate of a vCenter at an IPv6 address', () => {
  let on: Simulated;
  beforeAll(async () => {
    on = await simulate({ listen: '[::1]:0' });
  }, 180_000);
  afterAll(() => on.stop());
  const told = async (properties: object): Promise<string[]> => {
    const log: string[] = [];
    const cpi = on.cpiWith({ ...properties });
    for (const cid of ['vm-1', 'vm-2']) expect(await cpi.hasVm(cid as never, context('r', log))).toBe(false);
    return log;
  };

  it('is verified by the configured CA, and nothing is said', async () => {
    expect(new URL(on.vcsim.url).hostname).toBe('[::1]');
    expect(await told({})).toEqual([]);
  });

  it('is not verified without one, which is said once', async () => {
    expect(await told({ connection_options: {} })).toEqual([
      expect.stringMatching(/^vCenter '\[::1\]:\d+': its certificate is not verified.*ca_cert$/),
    ]);
  });
});
