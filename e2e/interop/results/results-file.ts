import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import { mergeResults, type Results } from './merge-results.js';

const path = 'e2e/interop/results.json';
/** The comparisons with the stock CLI of which docs/reference/compatibility.md tells. */
const files = ['golden', 'printed/printed', 'authoring/authoring', 'both-clis/both-clis'].map((name) => `e2e/interop/${name}.test.ts`);

/** Writes down what the comparisons found; where it only `checks`, what is written down must be that, or the run fails. */
export class ResultsFile implements Reporter {
  readonly #checks: boolean;

  constructor({ checks }: { checks: boolean }) {
    this.#checks = checks;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const written = existsSync(path) ? readFileSync(path, 'utf8') : '{}';
    const ran = modules
      .filter(({ relativeModuleId }) => files.includes(relativeModuleId))
      .map(({ relativeModuleId: file, children }) => ({
        file,
        tests: [...children.allTests()].map((test) => ({ name: test.fullName, state: test.result().state })),
      }));
    const found = `${JSON.stringify(mergeResults(JSON.parse(written) as Results, ran), null, 2)}\n`;
    if (found === written) return;
    if (!this.#checks) {
      writeFileSync(path, found);
      return;
    }
    process.stderr.write(
      `${path} is not what these tests found: \`npm run test:interop\` writes it (with BOSH6_STOCK_CLI, see e2e/interop/README.md), ` +
        'then `npm run reference` the page made of it; commit both\n',
    );
    process.exitCode = 1;
  }
}
