import { type Free, fill, serves } from './static-fill.js';
import type { StaticSlot } from './static-slots.js';

/** One new instance: the zones that it may still be tried in, and what it has now. */
interface Step {
  state: string;
  zones: (string | undefined)[];
  slot?: StaticSlot;
  putBack?: () => void;
}

/**
 * Slots of `count` new instances out of what is free. The first network decides the AZ; tries the AZs of each of its addresses until all fit; undefined
 * when nothing does. Remembers what could not be completed, else lists that do not fit take time exponential in their length.
 */
export function placeNew(count: number, azs: readonly string[] | undefined, free: readonly Free[]): StaticSlot[] | undefined {
  const hopeless = new Set<string>();
  const begin = (): Step => {
    const state = stateOf(free);
    const lead = free[0]?.left[0];
    if (lead === undefined || hopeless.has(state)) return { state, zones: [] };
    return { state, zones: azs === undefined ? [undefined] : azs.filter((az) => serves(lead.azs, az)) };
  };
  const steps: Step[] = [];
  while (steps.length < count) {
    steps.push(begin());
    for (let last = steps.at(-1); last !== undefined && !advance(last, free); last = steps.at(-1)) {
      hopeless.add(last.state);
      steps.pop();
    }
    if (steps.length === 0) return undefined;
  }
  return steps.flatMap(({ slot }) => slot ?? []);
}

/** Gives the step what its next zone has; false when no zone is left to try. */
function advance(step: Step, free: readonly Free[]): boolean {
  step.putBack?.();
  delete step.putBack;
  while (step.zones.length > 0) {
    const az = step.zones.shift();
    const filled = fill(new Map(), free, az);
    if (filled === undefined) continue;
    step.slot = { addresses: filled.addresses, ...(az === undefined ? {} : { az }) };
    step.putBack = filled.putBack;
    return true;
  }
  return false;
}

/** How many of each kind are left on each network: of a kind the first always goes first, so that says which. */
function stateOf(free: readonly Free[]): string {
  const counts = free.map(({ left }) => {
    const kinds = new Map<string, number>();
    for (const { kind } of left) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1));
  });
  return JSON.stringify(counts);
}
