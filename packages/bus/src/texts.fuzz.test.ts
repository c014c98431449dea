import { attempt, spoil } from '@bosh6/base/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseConnectOptions } from './broker/connect-options.js';
import { serverAddress } from './server-address.js';

it("a server's address in any spelling is `host:port`, or refused", () => {
  const text = fc.oneof(
    fc.string({
      unit: fc.constantFrom('nats://', 'tls://', '[', ']', '::1', '2001:db8::1', ':', '4222', '99999', '/', '@', 'a', '%eth0', ' '),
      maxLength: 7,
    }),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  let read = 0;
  fc.assert(
    fc.property(text, (given) => {
      const tried = attempt(() => serverAddress(given));
      if (!('value' in tried)) return;
      read += 1;
      expect(serverAddress(tried.value)).toBe(tried.value);
    }),
    { numRuns: 3000 },
  );
  expect(read).toBeGreaterThan(100);
});

it('the JSON of a CONNECT line', () => {
  const right = { verbose: false, pedantic: false, echo: true, headers: true, no_responders: true, name: 'x', user: 'y' };
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(fc.nat(100_000), { maxLength: 6 }).map((chosen) => JSON.stringify(spoil(right, chosen)) ?? ''),
        fc.string({ unit: 'binary', maxLength: 30 }),
      ),
      (text) => {
        attempt(() => parseConnectOptions(text));
      },
    ),
    { numRuns: 1500 },
  );
});
