import type { DiskRow } from '../persistence/rows/index.js';
import { fail } from './errors.js';
import type { Subject } from './problem-kind.js';

/** The disk of a problem of disks. Throws ProblemGone. */
export function diskOf({ disk }: Subject): DiskRow {
  if (disk === undefined) throw fail('ProblemGone', "the disk is the instance's no more");
  return disk;
}
