import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../errors.js';
import { findHome } from '../up/home.js';

/** Names, in a shell's environment, the lab that it was opened in. */
export const labVariable = 'BOSH6_LAB';

/** What tells one lab of a state directory from the next; undefined when none runs. */
export function labIdentity(lab: string): string | undefined {
  try {
    const { pid, startTime } = JSON.parse(readFileSync(join(lab, 'lab.json'), 'utf8')) as { pid: number; startTime: string };
    return `${pid}-${startTime}`;
  } catch {
    return undefined;
  }
}

/** The error of who could not reach a Director because the shell's lab is gone, and with it its network; undefined when it is not. */
export function labEnded(cause: unknown, environment: Readonly<Record<string, string | undefined>> = process.env): Error | undefined {
  const opened = environment[labVariable] ?? '';
  if (opened === '' || labIdentity(findHome(environment).lab) === opened) return undefined;
  return fail('LabEnded', "this shell's lab has ended, and its network with it", { cause });
}
