import { delimiter } from 'node:path';
import type { Tree } from './tree.js';

/** What a shell in the workstation gets on top of the person's own environment: `bosh` in the path. */
export function seatEnvironment(tree: Tree, own: Readonly<Record<string, string | undefined>> = process.env): Record<string, string> {
  const path = own.PATH ?? '/usr/local/bin:/usr/bin:/bin';
  return { PATH: path.split(delimiter).includes(tree.bin) ? path : `${tree.bin}${delimiter}${path}` };
}
