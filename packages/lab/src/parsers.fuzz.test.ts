import { attempt, spoil } from '@bosh6/base/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseLabConfig } from './config.js';
import { fromWireError, jsonLines, toWireError } from './wire.js';

const numbers = fc.array(fc.nat(100_000), { maxLength: 6 });
const config = {
  name: 'bosh6',
  agent: { node: '/node', bundle: '/agent.js' },
  director: { nics: [{ network: 'a', mac: '02:00:00:00:00:01', addresses: ['2001:db8::1/64'], gateway: '2001:db8::2' }], env: { A: 'b' } },
  workstation: { addresses: ['fd00::2/64'] },
  internet: {
    addresses: ['2001:db8::53'],
    names: { 'bosh.io': ['2001:db8::53'] },
    files: '/files',
    tls: { certificate: '/a', privateKey: '/b' },
  },
  forward: [{ port: 80, to: { address: '::1', port: 80 } }],
};

it("the lab's configuration: one with all defaults, or an error", () => {
  expect(parseLabConfig(config).name).toBe('bosh6');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        numbers.map((chosen) => spoil(config, chosen)),
      ),
      (value) => {
        attempt(() => parseLabConfig(value));
      },
    ),
    { numRuns: 2000 },
  );
});

it('lines of the socket: objects and the rest, in whichever pieces they come', () => {
  const line = fc.oneof(
    numbers.map((chosen) => JSON.stringify(spoil({ id: 1, result: { a: [1] } }, chosen)) ?? ''),
    fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll('\n', '')),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), fc.integer({ min: 1, max: 40 }), (lines, size) => {
      const [objects, garbage]: [unknown[], string[]] = [[], []];
      const read = jsonLines(
        (message) => objects.push(message),
        (text) => garbage.push(text),
      );
      const whole = lines.map((text) => `${text}\n`).join('');
      for (let at = 0; at < whole.length; at += size) read(whole.slice(at, at + size));
      expect(objects.length + garbage.length).toBe(lines.filter((text) => text !== '').length);
    }),
    { numRuns: 1500 },
  );
});

it('errors of any kind become an error of the wire, and that an error again', () => {
  fc.assert(
    fc.property(fc.anything(), (thrown) => {
      const told = attempt(() => toWireError(thrown));
      if ('value' in told) expect(fromWireError(told.value)).toMatchObject({ code: told.value.code });
    }),
    { numRuns: 1000 },
  );
});

it('what was thrown and cannot be printed has words still', () => {
  expect(toWireError({ toString: 1 })).toEqual({ code: 'LabCallFailed', message: '{ toString: 1 }', retryable: false });
});
