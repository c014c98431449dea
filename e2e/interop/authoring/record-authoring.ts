import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../stack/paths.js';
import { writeGolden } from './golden.js';
import { runScenario } from './run-scenario.js';
import { scenarios } from './scenarios.js';

// Writes down what the stock CLI prints and writes in each scenario.
const { BOSH6_STOCK_CLI: stock } = process.env;
if (stock === undefined) throw new Error('BOSH6_STOCK_CLI is to be the path of a stock bosh');
mkdirSync(join(root, 'e2e/interop/authoring/golden'), { recursive: true });
for (const [name, steps] of Object.entries(scenarios)) writeGolden(name, await runScenario([stock], steps));
