import { defineConfig } from 'vitest/config';
import { reporters } from './reporters.ts';

export default defineConfig({
  test: {
    include: ['e2e/{scenarios,robustness,gotchas,vsphere,go-cpi}/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 240_000,
    ...reporters('e2e'),
  },
});
