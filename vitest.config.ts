import { defineConfig } from 'vitest/config';
import { reporters } from './e2e/reporters.ts';

export default defineConfig({
  test: {
    include: ['{packages,apps}/*/src/**/*.test.ts'],
    pool: 'forks',
    // the usual leaves a processor to vitest itself, half of a small machine
    maxWorkers: '100%',
    setupFiles: ['vitest.setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    ...reporters('unit'),
  },
});
