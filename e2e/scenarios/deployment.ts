import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ran } from '../stack/run.js';
import type { Stack } from '../stack/stack.js';
import { firstTable } from '../stack/tables-of.js';

/** What a person does with the post's deployment, read back as a program would. */
export function deployment(
  stack: Stack,
  name: string,
): {
  instances: () => Promise<Record<string, string>[]>;
  deploy: (change: (manifest: string) => string) => Promise<Ran>;
} {
  return {
    async instances() {
      const { stdout } = await stack.bosh(['-e', 'ipv4', '-d', name, '--json', 'instances']);
      return firstTable(stdout);
    },
    async deploy(change) {
      writeFileSync(join(stack.work, 'changed.yml'), change(readFileSync(join(stack.work, 'nginx-ipv46.yml'), 'utf8')));
      return stack.bosh(['-e', 'ipv4', '-d', name, '-n', 'deploy', 'changed.yml']);
    },
  };
}
