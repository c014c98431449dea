import type { Desired } from '@bosh6/plan';
import type { Scope } from '../engine/scope.js';
import { isoTime } from '../http/parse.js';
import type { UpdateDeploymentPayload } from './payloads.js';

export type Anew = Pick<Desired, 'recreate' | 'recreateCreatedBefore' | 'recreatePersistentDisks'>;

/** What a request wants made anew although nothing of it differs. Warns of a time that is still to come: it spares no VM. */
export function anewOf({ task, collaborators }: Scope, payload: UpdateDeploymentPayload): Anew {
  const { recreate, recreateCreatedBefore: before, recreatePersistentDisks } = payload;
  if (before !== undefined && before > collaborators.world.now())
    task.events.warning(`VMs are recreated that were made before ${isoTime(before)}, which is in the future: none is too young for that`);
  return {
    ...(recreate === undefined ? {} : { recreate }),
    ...(before === undefined ? {} : { recreateCreatedBefore: before }),
    ...(recreatePersistentDisks === undefined ? {} : { recreatePersistentDisks }),
  };
}
