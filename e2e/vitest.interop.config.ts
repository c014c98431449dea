import { defineConfig } from 'vitest/config';
import { ResultsFile } from './interop/results/results-file.ts';
import { reporters } from './reporters.ts';

const { reporters: usual, outputFile } = reporters('interop');
const checks = process.env.CI !== undefined || process.env.BOSH6_TEST_RESULTS !== undefined;

export default defineConfig({
  test: {
    include: ['e2e/interop/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 240_000,
    reporters: [...usual, new ResultsFile({ checks })],
    outputFile,
  },
});
