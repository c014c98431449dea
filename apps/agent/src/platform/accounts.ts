import { readFileSync } from 'node:fs';

/** Users and groups of this machine, read anew each time: jobs make their own. */
export class Accounts {
  /** Numbers of what is known; a user brings its own group unless one is given. */
  ids(user: string | undefined, group: string | undefined): { uid?: number; gid?: number } {
    const ids: { uid?: number; gid?: number } = {};
    const entry = user === undefined ? undefined : find('/etc/passwd', user);
    if (entry !== undefined) {
      ids.uid = Number(entry[2]);
      ids.gid = Number(entry[3]);
    }
    const named = group === undefined ? undefined : find('/etc/group', group);
    if (named !== undefined) ids.gid = Number(named[2]);
    return ids;
  }
}

function find(path: string, name: string): string[] | undefined {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .find(([first, , number]) => first === name || number === name);
  } catch {
    return undefined;
  }
}
