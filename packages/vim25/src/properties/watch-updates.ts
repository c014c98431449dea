import { CodedError } from '@bosh6/base';
import { VSphereFault } from '../faults/vsphere-fault.js';
import type { Data, Ref } from '../schema/values.js';
import type { Session } from '../session/session.js';
import type { FilterSpec } from './filter-specs.js';

export interface WatchOptions {
  /** Ends the watching; the generator then returns. */
  signal: AbortSignal;
  /** How long the server may hold one wait. Default 60. */
  maxWaitSeconds?: number;
  /** Pauses before the server is asked again that could not be reached, in milliseconds; when they are used up, that is an error. */
  patienceMs?: readonly number[];
  /** Ends the wait at hand so that the next begins at once. */
  interrupted?: (interrupt: () => void) => void;
}

/**
 * Changes of what filters select: first all of it, then what changed, from one wait at a time held by the server.
 * It has a collector of its own, destroyed at the end. When the session had to be renewed, `prepare` is asked for filters again
 * and everything is told from the start.
 */
export async function* watchUpdates(
  session: Session,
  prepare: () => Promise<FilterSpec[]>,
  { signal, maxWaitSeconds = 60, patienceMs = [1_000, 2_000, 4_000, 8_000, 16_000, 32_000], interrupted }: WatchOptions,
): AsyncGenerator<Data<'ObjectUpdate'>[], void, undefined> {
  let collector: Ref<'PropertyCollector'> | undefined;
  let builtAt = -1;
  let version = '';
  let failures = 0;
  const call = (method: string, target: Ref, args: Readonly<Record<string, unknown>>, stop = signal): Promise<unknown> =>
    session.call(method, target, args, stop);
  try {
    while (!signal.aborted) {
      const wait = new AbortController();
      interrupted?.(() => wait.abort());
      try {
        if (collector === undefined || builtAt !== session.login) {
          builtAt = session.login;
          collector = (await call('CreatePropertyCollector', session.content.propertyCollector, {})) as Ref<'PropertyCollector'>;
          for (const spec of await prepare()) await call('CreateFilter', collector, { spec, partialUpdates: false });
          version = '';
          if (builtAt !== session.login) continue; // renewed meanwhile: what was built may be in the old session
        }
        const options = { maxWaitSeconds };
        const set = await call('WaitForUpdatesEx', collector, { version, options }, AbortSignal.any([signal, wait.signal]));
        failures = 0;
        if (set === undefined) continue;
        const update = set as Data<'UpdateSet'>;
        version = update.version;
        yield (update.filterSet ?? []).flatMap(({ objectSet }) => objectSet ?? []);
      } catch (error) {
        if (signal.aborted) return;
        if (wait.signal.aborted) continue;
        const pause = isOutage(error) ? patienceMs[failures++] : undefined;
        if (pause !== undefined) await session.world.sleep(pause, signal).catch(() => {});
        else if (VSphereFault.is(error, 'InvalidCollectorVersion')) version = '';
        else if (builtAt === session.login || !VSphereFault.is(error)) throw error;
      }
    }
  } finally {
    if (collector !== undefined && builtAt === session.login) await session.call('DestroyPropertyCollector', collector, {}).catch(() => {});
  }
}

// A vCenter that restarts refuses connections, then answers 503; what it was asked to do goes on, or not, without us.
function isOutage(error: unknown): boolean {
  return CodedError.is(error, 'VSphereUnreachable') || CodedError.is(error, 'VSphereRefused');
}
