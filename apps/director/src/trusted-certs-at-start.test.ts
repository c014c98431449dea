import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { DirectorFixture } from './director-fixture.test.suite.js';
import { run } from './run.js';

let director: DirectorFixture | undefined;
afterEach(async () => {
  await director?.close();
  director = undefined;
});

it('what is odd of the certificates is in the log, and told by a check, and neither fails', async () => {
  director = await DirectorFixture.start({
    trustedCerts: ['ca.pem', 'tls.pem'],
    cpi: { type: 'local', properties: { socket: '/lab.sock' } },
  });
  const told = expect.stringMatching(/tls\.pem', line 1: the certificate of .* is not that of an authority/);
  const log = (await readFile(join(director.dir, 'state', 'director.log'), 'utf8')).trim().split('\n');
  const warnings = log.map((line) => JSON.parse(line) as { level: number; msg: string }).filter(({ level }) => level >= 40);
  expect(warnings).toEqual([expect.objectContaining({ level: 40, msg: told })]);
  const file = join(director.dir, 'check.json');
  await writeFile(file, JSON.stringify(director.config));
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const code = await run(['--check', file]);
  const lines = said.mock.calls.map(([line]) => JSON.parse(String(line)) as unknown);
  said.mockRestore();
  expect(lines).toEqual([{ warning: told }]);
  expect(code).toBe(0);
});

it('a Director does not start with what is no certificate', async () => {
  const where = { document: expect.stringMatching(/tls\.key$/), pointer: '/trustedCerts', line: 1 };
  await expect(DirectorFixture.start({ trustedCerts: 'tls.key' })).rejects.toMatchObject({ code: 'TrustedCertsInvalid', where });
});
