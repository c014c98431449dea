import { inactiveDisk } from './kinds/inactive-disk.js';
import { missingDisk } from './kinds/missing-disk.js';
import { missingVm } from './kinds/missing-vm.js';
import { mountInfoMismatch } from './kinds/mount-info-mismatch.js';
import { unresponsiveAgent } from './kinds/unresponsive-agent.js';
import type { ProblemKind } from './problem-kind.js';

const kinds = {
  missing_vm: missingVm,
  unresponsive_agent: unresponsiveAgent,
  missing_disk: missingDisk,
  inactive_disk: inactiveDisk,
  mount_info_mismatch: mountInfoMismatch,
} as const satisfies Record<string, ProblemKind>;

export type ProblemType = keyof typeof kinds;

export function kindOf(type: string): ProblemKind | undefined {
  return Object.hasOwn(kinds, type) ? kinds[type as ProblemType] : undefined;
}
