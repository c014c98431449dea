import type { KernelState } from './kernel-state.js';
import { localTable, priority } from './marks.js';
import type { NetworkPlan, PlannedRule } from './plan.js';
import type { Commands } from './reconcile.js';

/** Where the IPv4 rule of the local table is to be: behind those of delegated prefixes, where there are any; else where the kernel has it, at 0. Never without one, not for a moment. Marked as the kernel's, so
 * that no daemon takes it for a stranger's; back-ends do not know of it, for they would be without while they are changed. */
export function localRule({ rules: wanted }: NetworkPlan, { rules }: Pick<KernelState, 'rules'>): Commands {
  const has = (at: number): boolean => rules.some((rule) => rule.priority === at && isOfLocal(rule));
  const behind = wanted.some((rule) => rule.priority === priority.workloadOfPrefix4);
  const [to, from] = behind ? [priority.local, 0] : [0, priority.local];
  if (!has(from)) return { 4: behind && !has(to) ? [rule('add', to)] : [], 6: [] };
  return { 4: [...(has(to) ? [] : [rule('add', to)]), rule('del', from)], 6: [] };
}

function rule(verb: 'add' | 'del', at: number): string {
  return `rule ${verb} pref ${at} from all lookup ${localTable} protocol kernel`;
}

function isOfLocal({ family, from, to, table }: PlannedRule): boolean {
  return family === 4 && table === localTable && from === undefined && to === undefined;
}
