import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../stack/paths.js';
import { startDocumentedDirector } from './documented-director.js';
import { writeGolden } from './golden.js';
import { groups } from './groups.js';
import { runCase, type Seen } from './run-case.js';

// Writes down what the stock CLI prints and asks, case by case; of the groups that are named, or of all.
const { BOSH6_STOCK_CLI: stock } = process.env;
if (stock === undefined) throw new Error('BOSH6_STOCK_CLI is to be the path of a stock bosh');
mkdirSync(join(root, 'e2e/interop/printed/golden'), { recursive: true });
const director = await startDocumentedDirector();
try {
  const wanted = process.argv.slice(2);
  for (const [group, cases] of Object.entries(groups)) {
    if (wanted.length > 0 && !wanted.includes(group)) continue;
    const seen: Record<string, Seen> = {};
    for (const [name, case_] of Object.entries(cases)) seen[name] = await runCase([stock], case_, director);
    writeGolden(group, seen);
  }
} finally {
  await director.close();
}
