import { execFile } from 'node:child_process';

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

function git(directory: string, args: string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile('git', args, { cwd: directory }, (error, stdout) => resolve(error === null ? stdout : undefined));
  });
}
