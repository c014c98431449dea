import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { root } from '../stack/paths.js';
import { nodeBinary } from './process-time.js';

const summary = z.object({
  ok: z.boolean(),
  failed: z.string().optional(),
  missing: z.array(z.string()).optional(),
  seconds: z.record(z.string(), z.number()).optional(),
});

/** A state directory of our own; its path is short, for a Unix socket stands in it. */
export function makeStateDirectory(): string {
  return join(mkdtempSync(join(tmpdir(), 'b6-')), 's');
}

export function deleteStateDirectory(state: string): void {
  rmSync(join(state, '..'), { recursive: true, force: true });
}

/**
 * Runs the walkthrough on a state directory, and gives the seconds from the start of its stack to both pages.
 * A directory that was used before has the compiled package in it. With `keep` everything stays up.
 */
export async function runWalkthrough(state: string, options: { keep?: boolean } = {}): Promise<number> {
  const program = join(root, 'e2e/dist/walkthrough/main.js');
  const argv = [program, '--json', '--state', state, ...(options.keep ? ['--keep'] : [])];
  const child = spawn(nodeBinary, argv, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  let shown = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
  });
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
  const last = printed.trimEnd().split('\n').at(-1) ?? '';
  const result = last.startsWith('{') ? summary.parse(JSON.parse(last)) : { ok: false };
  if (result.ok && result.seconds?.total !== undefined) return result.seconds.total;
  throw new Error(`the walkthrough failed: ${last}\n${shown.split('\n').slice(-20).join('\n')}`);
}
