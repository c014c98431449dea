import type { Condition } from './index.js';

/** Whether it looks at a process's descendants, for which every process is read. */
export function countsFamily(condition: Condition): boolean {
  if (condition.kind === 'children') return condition.of === 'children';
  return (condition.kind === 'cpu' || condition.kind === 'memory') && condition.of === 'tree';
}
