import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { manifests } from '../stack/paths.js';
import type { Ran } from '../stack/run.js';
import type { Stack } from '../stack/stack.js';
import { firstTable } from '../stack/tables-of.js';

const errorLine = z.object({ error: z.object({ code: z.number(), message: z.string() }) });

/** Deploys `tiny.yml` with one text in it replaced, as the file `bad.yml`. */
export function deployTiny(stack: Stack, from?: string | RegExp, to = ''): Promise<Ran> {
  const text = readFileSync(join(manifests, 'tiny.yml'), 'utf8');
  const changed = from === undefined ? text : text.replace(from, to);
  if (from !== undefined && changed === text) throw new NotInManifest(String(from));
  writeFileSync(join(stack.work, 'bad.yml'), changed);
  return stack.bosh(['-e', 'ipv4', '-d', 'tiny', '-n', 'deploy', 'bad.yml']);
}

class NotInManifest extends Error {}

/** The newest task: its state and, where it failed, the error of its event log. */
export async function newestTask(stack: Stack): Promise<{ id: string; state: string; error?: { code: number; message: string } }> {
  const { stdout } = await stack.bosh(['-e', 'ipv4', '--json', 'tasks', '--recent=1']);
  const [task] = firstTable(stdout);
  const { id = '', state = '' } = task ?? {};
  const events = await stack.bosh(['-e', 'ipv4', 'task', id, '--event']);
  const errors = events.stdout
    .split('\n')
    .flatMap((line) => (line.includes('"error":{"code"') ? [errorLine.parse(JSON.parse(line)).error] : []));
  return { id, state, ...(errors[0] === undefined ? {} : { error: errors[0] }) };
}
