import { decide, type Placement, place, type Snapshot } from '@bosh6/plan';
import type { Benchmark } from './benchmark.js';
import { interleaved } from './interleaved.js';
import { desiredThousand, snapshotAfter } from './plan-scene.js';

const milliseconds = (work: () => unknown) => () => {
  const start = performance.now();
  if (work() === undefined) throw new TypeError('the measured work gave nothing');
  return performance.now() - start;
};

/** What a deploy decides of 1,000 instances that are there, dual stack, one group of ten changed; compared with copying what it decides from. */
export const plan1000: Benchmark = {
  name: 'plan.1000',
  unit: 'ms',
  peer: 'structuredClone of the snapshot',
  run() {
    const desired = desiredThousand();
    const snapshot: Snapshot = snapshotAfter(place(nothing, desired));
    // Templates of the first group have changed.
    const hashOf = ({ group }: Placement['instances'][number]): string => (group === 'group-0' ? 'new' : 'hash');
    const ours = milliseconds(() => {
      const placement = place(snapshot, desired);
      const plan = decide(placement, Object.fromEntries(placement.instances.map((instance) => [instance.uuid, hashOf(instance)])));
      const updated = plan.instances.filter(({ action }) => action === 'update').length;
      if (updated !== 100 || plan.instances.length !== 1000) throw new TypeError(`${updated} of ${plan.instances.length} are updated`);
      return plan;
    });
    return interleaved(
      ours,
      milliseconds(() => structuredClone(snapshot)),
      { rounds: 21, warmUp: 5 },
    );
  },
};

const nothing: Snapshot = {
  directorName: 'bench',
  deployment: 'thousand',
  instances: [],
  used: { v4: new Uint8Array(), v6: new Uint8Array() },
  compiledPackages: [],
};
