import { mkdir, readdir } from 'node:fs/promises';
import { join, matchesGlob } from 'node:path';
import type { World } from '@bosh6/base';
import { fail } from '../errors.js';
import { namesIn } from '../install/bundle.js';
import type { Layout } from '../layout.js';
import { run } from '../processes/run.js';

const kinds = ['job', 'agent', 'system'] as const;
type LogKind = (typeof kinds)[number];

/** A tgz of logs: `types` is one kind or a comma list, filters are globs within each kind's directory. Throws InvalidLogType. */
export async function bundleLogs(
  layout: Layout,
  world: World,
  types: string,
  filters: readonly string[] | null | undefined,
): Promise<string> {
  const wanted = types.split(',').map((type) => type.trim());
  const arguments_: string[] = [];
  for (const type of wanted) {
    if (!(kinds as readonly string[]).includes(type)) throw fail('InvalidLogType', `Invalid log type '${type}'`);
    const directory = { job: layout.data('sys', 'log'), agent: layout.bosh('log'), system: '/var/log' }[type as LogKind];
    const files = (await filesBelow(directory)).filter((file) => !filters?.length || filters.some((filter) => matchesGlob(file, filter)));
    if (files.length === 0) continue;
    // Each kind keeps to itself when there are several.
    if (wanted.length > 1) arguments_.push(`--transform=s,^\\./,./${type}/,`);
    arguments_.push('-C', directory, ...files.map((file) => `./${file}`));
  }
  await mkdir(layout.temporary, { recursive: true });
  const path = join(layout.temporary, `logs-${world.uuid()}.tgz`);
  const argv =
    arguments_.length === 0
      ? ['tar', '-czf', path, '-T', '/dev/null']
      : ['tar', '-czf', path, '--ignore-failed-read', '--warning=no-file-changed', ...arguments_];
  const { code, stderr } = await run(argv);
  // 1: a file changed while it was read, as logs do.
  if (code > 1 || code < 0) throw fail('CommandFailed', `tar ended with ${code}: ${stderr.trim()}`);
  return path;
}

async function filesBelow(directory: string, prefix = ''): Promise<string[]> {
  const found: string[] = [];
  if ((await namesIn(join(directory, prefix))).length === 0) return found;
  for (const entry of await readdir(join(directory, prefix), { withFileTypes: true })) {
    const name = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesBelow(directory, name)));
    else if (entry.isFile()) found.push(name);
  }
  return found.sort();
}
