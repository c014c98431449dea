import { delimiter } from 'node:path';
import { binDirectory, findRoot } from './tree.js';

/** What a shell in the workstation gets on top of the person's own environment: `bosh` in the path. */
export function seatEnvironment(own: Readonly<Record<string, string | undefined>> = process.env): Record<string, string> {
  const bin = binDirectory(findRoot());
  const path = own.PATH ?? '/usr/local/bin:/usr/bin:/bin';
  return { PATH: path.split(delimiter).includes(bin) ? path : `${bin}${delimiter}${path}` };
}
