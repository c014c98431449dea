import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answer, readQuestion } from './dns-message.js';
import { fileFor } from './file-server.js';

it('DNS messages of any bytes are answered in kind, or not at all', () => {
  const names = new Map([['a', ['2001:db8::1', '10.0.0.1']]]);
  const head = Buffer.from('123401000001000000000000', 'hex');
  const question = fc.oneof(
    fc.constant(Buffer.from([1, 0x61, 0, 0, 28, 0, 1])),
    fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes)),
  );
  let answered = 0;
  fc.assert(
    fc.property(
      fc.oneof(
        question.map((rest) => Buffer.concat([head, rest])),
        fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
      ),
      (message) => {
        const asked = readQuestion(message);
        if (asked === undefined) return;
        answered += 1;
        expect(answer(asked, names).subarray(0, 2)).toEqual(message.subarray(0, 2));
      },
    ),
    { numRuns: 2000 },
  );
  expect(answered).toBeGreaterThan(100);
});

it('no URL leads out of the files', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('/', '..', '%2e', '%2f', '%', '?', 'a', '\0', '%00', '\\'), maxLength: 12 }), (url) => {
      const file = fileFor('/files', `/${url}`);
      expect(file === undefined || file === '/files' || file.startsWith('/files/')).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
