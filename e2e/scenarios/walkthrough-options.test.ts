import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../stack/paths.js';
import { run } from '../stack/run.js';
import { readOptions } from '../walkthrough/options.js';

const walkthrough = (...words: string[]) => run([process.execPath, join(root, 'e2e/dist/walkthrough/main.js'), ...words]);

it.each([
  [['--cpi', 'vspher'], "OptionInvalid: --cpi 'vspher': there is no such CPI (give local or vsphere)"],
  [['--kep'], 'OptionInvalid: Unknown option'],
  [['keep'], 'OptionInvalid: Unexpected argument'],
])('the walkthrough says what is wrong with %s, and starts nothing', async (words, said) => {
  const { code, stdout, stderr } = await walkthrough(...words);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(said);
});

it('explains itself when asked', async () => {
  expect(await walkthrough('--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('--cpi vsphere') });
});

it('takes what it knows', () => {
  expect(readOptions(['--cpi', 'vsphere', '--json'])).toMatchObject({ cpi: 'vsphere', json: true, keep: false });
  expect(readOptions([])).toMatchObject({ cpi: 'local', ipv6Only: false, state: undefined });
});
