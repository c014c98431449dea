import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileFor } from './file-server.js';

it('no URL leads out of the files', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('/', '..', '%2e', '%2f', '%', '?', 'a', '\0', '%00', '\\'), maxLength: 12 }), (url) => {
      const file = fileFor('/files', `/${url}`);
      expect(file === undefined || file === '/files' || file.startsWith('/files/')).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
