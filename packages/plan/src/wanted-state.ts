import type { InstanceSnapshot } from './snapshot.js';

/** `restart` and `recreate` end in `started`; the others are what an instance stays in, in later deploys too. */
export type WantedState = 'started' | 'stopped' | 'detached' | 'restart' | 'recreate';

/** Which instances of services are to be brought to another state. */
export interface StateChange {
  /** All groups when absent. */
  group?: string;
  /** All instances of the group when absent. */
  uuid?: string;
  to: WantedState;
}

/** The state that an instance is brought to: the one asked for, else that in which it was left. */
export function wantedState(
  change: StateChange | undefined,
  group: { name: string; lifecycle: 'service' | 'errand' },
  existing: InstanceSnapshot | undefined,
): { state: InstanceSnapshot['state']; recreate: boolean; restart: boolean } {
  const isMeant =
    change !== undefined &&
    group.lifecycle === 'service' &&
    existing?.ignore !== true &&
    (change.group ?? group.name) === group.name &&
    (change.uuid === undefined || change.uuid === existing?.uuid);
  if (!isMeant) return { state: existing?.state ?? 'started', recreate: false, restart: false };
  const { to } = change;
  const recreate = to === 'recreate';
  const restart = to === 'restart';
  return { state: recreate || restart ? 'started' : to, recreate, restart };
}
