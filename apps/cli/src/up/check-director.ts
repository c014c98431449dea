import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fail } from '../errors.js';
import { writeDirectorConfig } from './director-config.js';
import { directorRefusal } from './director-refusal.js';
import type { Home } from './home.js';
import type { Tree } from './tree.js';

/**
 * Has the Director look at a configuration with another CPI, before that is kept.
 * Throws `CpiFileInvalid`, `SettingsFileInvalid`, `DirectorDidNotStart` in words of the person's own files.
 */
export async function checkDirector(home: Home, tree: Pick<Tree, 'node' | 'director'>, config: object, cpiFile: string): Promise<void> {
  // beside the one that serves, since paths count from there
  const file = `${home.directorConfig}.${process.pid}`;
  writeDirectorConfig(file, config);
  try {
    const { code, said } = await run(tree.node, [tree.director, '--check', file]);
    if (code !== 0)
      throw (
        directorRefusal(said, home, cpiFile) ??
        fail('DirectorDidNotStart', `the Director would not start with '${cpiFile}': ${said.trim()}`)
      );
  } finally {
    rmSync(file, { force: true });
  }
}

function run(file: string, words: readonly string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const child = execFile(file, words, (_error, _out, said) => resolve({ code: child.exitCode ?? 1, said }));
  });
}
