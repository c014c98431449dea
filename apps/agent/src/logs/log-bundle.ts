import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
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
  const wanted = [...new Set(types.split(',').map((type) => kindOf(type.trim())))];
  await mkdir(layout.temporary, { recursive: true });
  const shelf = await mkdtemp(join(layout.temporary, 'kinds-'));
  try {
    const members: string[] = [];
    for (const kind of wanted) {
      const directory = { job: layout.data('sys', 'log'), agent: layout.bosh('log'), system: '/var/log' }[kind];
      const found = await filesBelow(directory);
      const files = found.filter((file) => !filters?.length || filters.some((filter) => matchesGlob(file, filter)));
      if (files.length === 0) continue;
      if (wanted.length === 1) members.push('-C', directory, ...files.map((file) => `./${file}`));
      else {
        // each kind keeps to itself when there are several
        await symlink(directory, join(shelf, kind));
        members.push('-C', shelf, ...files.map((file) => `./${kind}/${file}`));
      }
    }
    return await pack(join(layout.temporary, `logs-${world.uuid()}.tgz`), members);
  } finally {
    await rm(shelf, { recursive: true });
  }
}

function kindOf(type: string): LogKind {
  const kind = kinds.find((one) => one === type);
  if (kind === undefined) throw fail('InvalidLogType', `Invalid log type '${type}'`);
  return kind;
}

async function pack(path: string, members: readonly string[]): Promise<string> {
  const options = members.length === 0 ? ['-T', '/dev/null'] : ['--ignore-failed-read', '--warning=no-file-changed', ...members];
  const { code, stderr } = await run(['tar', '-czf', path, ...options]);
  // 1: a file changed while it was read, as logs do.
  if (code > 1) throw fail('CommandFailed', `tar ended with ${code}: ${stderr.trim()}`);
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
