import { defineConfig } from 'vitest/config';
import { reporters } from './reporters.ts';

export default defineConfig({
  test: {
    include: ['e2e/interop/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 240_000,
    ...reporters('interop'),
  },
});
