import { describe, expect, it } from 'vitest';
import { cli } from '../../stack/paths.js';
import { endOf, splitEnd } from '../failing.js';
import { differences } from './differences.js';
import { readGolden } from './golden.js';
import { runScenario } from './run-scenario.js';
import { scenarios } from './scenarios.js';
import type { RunStep, Seen } from './step.js';

const stock = process.env.BOSH6_STOCK_CLI;

for (const [name, steps] of Object.entries(scenarios)) {
  describe(`release authoring: ${name}`, () => {
    it('prints and writes what the stock CLI did', async () => {
      const [ours, golden] = [await runScenario([process.execPath, cli], steps), readGolden(name)];
      expect(ours).toHaveLength(golden.length);
      const lines = steps.filter((step) => 'run' in step);
      for (const [at, mine] of ours.entries()) {
        const [wanted, line] = [golden[at] as Seen, lines[at] as RunStep];
        const { end, seen } = splitEnd(mine);
        expect({ argv: mine.argv, ...end }).toEqual({ argv: wanted.argv, ...endOf(wanted, line) });
        const differs = differences[name]?.[wanted.argv.join(' ')];
        if (differs === undefined) expect(seen).toEqual(splitEnd(wanted).seen);
        else expect(seen, 'no longer differs').not.toEqual(splitEnd(wanted).seen);
      }
    });
    it.skipIf(stock === undefined)('the stock CLI does what was recorded', async () => {
      expect(await runScenario([stock ?? ''], steps)).toEqual(readGolden(name));
    });
  });
}
