import { describe, expect, it } from 'vitest';
import { cli } from '../../stack/paths.js';
import { differences } from './differences.js';
import { readGolden } from './golden.js';
import { runScenario } from './run-scenario.js';
import { scenarios } from './scenarios.js';
import type { Seen } from './step.js';

const stock = process.env.BOSH6_STOCK_CLI;

/** Of a failure our words and exit codes are other ones on purpose, and we leave nothing behind. */
const compared = ({ argv, code, stdout, files }: Seen): object => (code === 0 ? { argv, stdout, files } : { argv, failed: true });

for (const [name, steps] of Object.entries(scenarios)) {
  describe(`release authoring: ${name}`, () => {
    it('prints and writes what the stock CLI did', async () => {
      const [ours, golden] = [await runScenario([process.execPath, cli], steps), readGolden(name)];
      expect(ours).toHaveLength(golden.length);
      for (const [at, seen] of ours.entries()) {
        const wanted = golden[at] as Seen;
        const differs = differences[name]?.[wanted.argv.join(' ')];
        if (differs === undefined) expect(compared(seen)).toEqual(compared(wanted));
        else expect(compared(seen), 'no longer differs').not.toEqual(compared(wanted));
      }
    });
    it.skipIf(stock === undefined)('the stock CLI does what was recorded', async () => {
      expect(await runScenario([stock ?? ''], steps)).toEqual(readGolden(name));
    });
  });
}
