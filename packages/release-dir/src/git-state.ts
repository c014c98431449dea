import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fail } from './errors.js';

export interface GitState {
  /** Short hash, `empty` without commits, `non-git` outside of a repository. */
  commit: string;
  /** Lines of `git status --porcelain`. */
  changes: string[];
}

/** Asks git about a directory; a machine without git is as a directory without a repository. */
export async function gitState(directory: string): Promise<GitState> {
  const inside = await git(directory, ['rev-parse', '--is-inside-work-tree']);
  if (inside === undefined) return { commit: 'non-git', changes: [] };
  const commit = (await git(directory, ['rev-parse', '--short', 'HEAD'])) ?? 'empty';
  const status = (await git(directory, ['status', '--porcelain'])) ?? '';
  return { commit: commit.trim(), changes: status.split('\n').filter((line) => line !== '') };
}

/** The same, refused when there are changes that nobody has committed, unless forced. Throws `DirtyRepository`. */
export async function committedState(directory: string, force: boolean): Promise<GitState> {
  const state = await gitState(directory);
  if (state.changes.length > 0 && !force)
    throw fail('DirtyRepository', `'${directory}' has local modifications:\n${state.changes.map((line) => `  ${line}`).join('\n')}`);
  return state;
}

/** `git init`; one that is there stays. */
export async function initRepository(directory: string): Promise<void> {
  await promisify(execFile)('git', ['init', directory]);
}

function git(directory: string, args: string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile('git', args, { cwd: directory }, (error, stdout) => resolve(error === null ? stdout : undefined));
  });
}
