import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { fail } from '../errors.js';
import { type Finding, fine, wanting } from './finding.js';
import { nearest } from './kernel.js';

const gib = 2 ** 30;

/** Space for stemcells, releases and what VMs write. */
export async function spaceFinding(stateDirectory: string, { least = gib, enough = 4 * gib } = {}): Promise<Finding> {
  const directory = nearest(stateDirectory);
  const { bavail, bsize } = await statfs(directory);
  const free = bavail * bsize;
  const says = `${(free / gib).toFixed(1)} GiB free in ${directory}`;
  if (free >= enough) return fine('disk space', says);
  const hint = 'make room, or choose another place with the environment variable BOSH6_HOME=DIRECTORY';
  return wanting('disk space', fail('DiskSpaceLow', says, { hint, where: { object: directory } }), free < least ? 'fail' : 'warn');
}

interface Limit {
  /** As /proc/self/limits calls it. */
  readonly name: string;
  readonly least: number;
  readonly why: string;
  readonly flag: string;
}
// Hard ones: Node raises its own soft limit of files. inotify is not in use: tail polls where it gets none.
const limits: readonly Limit[] = [
  { name: 'Max open files', least: 4096, why: 'lab, bus and Director hold some for each VM', flag: 'nofile' },
  { name: 'Max processes', least: 1024, why: 'a VM has about eight and those of its jobs', flag: 'nproc' },
];

/** What /proc/self/limits allows this user. */
export function limitFindings(text = readFileSync('/proc/self/limits', 'utf8')): Finding[] {
  const low = limits.flatMap(({ name, least, why, flag }) => {
    const hard = hardLimit(text, name);
    if (hard >= least) return [];
    const hint = `raise it: \`* hard ${flag} ${least}\` in /etc/security/limits.conf, then log in again`;
    return [wanting('limits', fail('LimitLow', `${name.toLowerCase()}: ${hard}, ${least} are enough: ${why}`, { hint }), 'warn')];
  });
  if (low.length > 0) return low;
  const says = limits.map(({ name }) => `${name.toLowerCase()} ${said(hardLimit(text, name))}`).join(', ');
  return [fine('limits', says)];
}

function hardLimit(text: string, name: string): number {
  const line = text.split('\n').find((one) => one.startsWith(name)) ?? '';
  const [, hard = 'unlimited'] = line.slice(name.length).trim().split(/\s+/);
  return hard === 'unlimited' ? Number.POSITIVE_INFINITY : Number(hard);
}

const said = (limit: number): string => (Number.isFinite(limit) ? String(limit) : 'unlimited');
