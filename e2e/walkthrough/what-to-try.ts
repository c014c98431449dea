import { dirname, join } from 'node:path';
import { cli } from '../stack/paths.js';
import type { Stack } from '../stack/stack.js';

/** What a stack that stays up is good for: what works inside its lab, and, apart from that, what works on the machine itself. */
export function whatToTry(
  { home, work, up }: Pick<Stack, 'home' | 'work' | 'up'>,
  { inLab, here = [] }: { inLab: readonly string[]; here?: readonly string[] },
): string {
  const lines = (some: readonly string[]): string => some.map((line) => `  ${line}\n`).join('');
  return `All stays up. First, in this shell:
${lines([`export BOSH6_HOME=${home} PATH=${dirname(cli)}:$PATH; cd ${work}`])}
In the lab: its addresses (${up.environment} and all others) answer there alone, and the alias and the log-in are made
${lines([`BOSH_CONFIG=${join(work, '.bosh', 'config')} bosh6 lab shell`, ...inLab.map((line) => `  ${line}`)])}
On this machine, where the same Director has another address
${lines([
  `bosh6 -e https://127.0.0.1:${up.port} --ca-cert ${up.ca} alias-env here`,
  'bosh6 int --path /admin_password creds.yml; bosh6 -e here log-in        # as admin, with that password',
  ...here,
  'bosh6 down --delete-state',
])}`;
}
