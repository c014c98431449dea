import { fail } from '../errors.js';
import { run } from '../processes/run.js';
import type { Commands } from './reconcile.js';

/** Gives the commands to `ip`, one process a family. Throws NetworkSetupFailed with what it said. */
export async function ip(commands: Commands): Promise<void> {
  for (const family of [4, 6] as const) {
    if (commands[family].length === 0) continue;
    const { code, stderr } = await batch(family, commands[family], []);
    if (code !== 0)
      throw fail('NetworkSetupFailed', `the interfaces cannot be configured: ${stderr.trim()}`, {
        details: { commands: commands[family] },
      });
  }
}

/** The same, going on after one that fails: with an address its routes go too. */
export async function ipAnyway(commands: Commands): Promise<void> {
  for (const family of [4, 6] as const) {
    if (commands[family].length > 0) await batch(family, commands[family], ['-force']);
  }
}

export function isEmpty(commands: Commands): boolean {
  return commands[4].length === 0 && commands[6].length === 0;
}

function batch(family: 4 | 6, lines: readonly string[], flags: readonly string[]): ReturnType<typeof run> {
  return run(['ip', `-${family}`, ...flags, '-batch', '-'], { stdin: `${lines.join('\n')}\n`, timeoutMs: 20_000 });
}
