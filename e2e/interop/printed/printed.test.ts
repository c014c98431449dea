import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli } from '../../stack/paths.js';
import { run } from '../../stack/run.js';
import { endOf, splitEnd } from '../failing.js';
import { stockCommands } from '../originals/commands.js';
import { differences } from './differences.js';
import { type DocumentedDirector, startDocumentedDirector } from './documented-director.js';
import { readGolden } from './golden.js';
import { groups } from './groups.js';
import { runCase } from './run-case.js';

const stock = process.env.BOSH6_STOCK_CLI;
const ours = [process.execPath, cli];
let director: DocumentedDirector;
beforeAll(async () => {
  director = await startDocumentedDirector();
});
afterAll(() => director.close());

for (const [group, cases] of Object.entries(groups)) {
  const golden = readGolden(group);
  describe(`bosh6 against a Director as documented: ${group}`, () => {
    it.each(Object.keys(cases))('%s', async (name) => {
      const [wanted, case_] = [golden[name], cases[name]];
      if (wanted === undefined || case_ === undefined) throw new Error(`${name} was not recorded yet`);
      const { end, seen } = splitEnd(await runCase(ours, case_, director));
      expect(end).toEqual(endOf(wanted, case_));
      if (differences[name] === undefined) expect(seen).toEqual(splitEnd(wanted).seen);
      else expect(seen, 'no longer differs').not.toEqual(splitEnd(wanted).seen);
    });
  });
  describe.skipIf(stock === undefined)(`the stock CLI does what was recorded: ${group}`, () => {
    it.each(Object.keys(cases))('%s', async (name) => {
      expect(await runCase([stock ?? ''], cases[name] ?? { argv: [] }, director)).toEqual(golden[name]);
    });
  });
}

it.skipIf(stock === undefined)('the stock CLI has the commands that docs/reference/compatibility.md knows of it', async () => {
  const { stdout } = await run([stock ?? '', 'help']);
  const [, list = ''] = stdout.split('Available commands:\n');
  const names = [...list.matchAll(/^ {2}(\S+) /gm)].map(([, name]) => name);
  expect(Object.values(stockCommands).flat().sort()).toEqual(names.sort());
});

it('explains no difference of a case that is not there', () => {
  const names = Object.values(groups).flatMap((cases) => Object.keys(cases));
  expect(Object.keys(differences).filter((name) => !names.includes(name))).toEqual([]);
});
