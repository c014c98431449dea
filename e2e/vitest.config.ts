import { defineConfig } from 'vitest/config';
import { reporters } from './reporters.ts';

export default defineConfig({
  test: {
    include: ['e2e/{scenarios,robustness,gotchas,vsphere,go-cpi}/**/*.test.ts'],
    pool: 'forks',
    // each file has a lab of its own; more than two at once would wait for one another
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    ...reporters('e2e'),
  },
});
