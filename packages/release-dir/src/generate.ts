import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail } from './errors.js';
import { checkName, isMissing, placeInside } from './place.js';
import { whole } from './write-whole.js';

/** `generate-job`: an empty job below `jobs/`. Throws `AlreadyExists`, `InvalidName`. */
export function generateJob(directory: string, name: string): Promise<void> {
  return generate(directory, 'job', name, async (at) => {
    await mkdir(join(at, 'templates'), { recursive: true });
    await writeFile(join(at, 'spec'), spec(name, ['templates: {}', 'packages: []', 'properties: {}']));
    await writeFile(join(at, 'monit'), '');
  });
}

/** `generate-package`: an empty package below `packages/`. Throws `AlreadyExists`, `InvalidName`. */
export function generatePackage(directory: string, name: string): Promise<void> {
  return generate(directory, 'package', name, async (at) => {
    await mkdir(at);
    await writeFile(join(at, 'spec'), spec(name, ['dependencies: []', 'files: []']));
    await writeFile(join(at, 'packaging'), 'set -e\n');
  });
}

const spec = (name: string, keys: readonly string[]): string => `---\nname: ${name}\n${keys.map((key) => `\n${key}\n`).join('')}`;

async function generate(directory: string, kind: 'job' | 'package', name: string, fill: (at: string) => Promise<void>): Promise<void> {
  const path = await placeInside(directory, `${kind}s/${checkName(name, kind)}`);
  const exists = await lstat(path).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false;
      throw error;
    },
  );
  if (exists)
    throw fail('AlreadyExists', `there is a ${kind} '${name}' already`, { where: { document: path }, hint: 'choose another name' });
  await whole(path, fill);
}
