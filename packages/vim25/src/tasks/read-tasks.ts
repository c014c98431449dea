import { objectsSpec } from '../properties/filter-specs.js';
import { toRow } from '../properties/rows.js';
import type { Data } from '../schema/values.js';
import type { Session } from '../session/session.js';

/** What several tasks say of themselves, in one call; those that are gone are absent. */
export async function readTasks(session: Session, ids: readonly string[], signal: AbortSignal): Promise<Map<string, Data<'TaskInfo'>>> {
  const refs = ids.map((value) => ({ type: 'Task', value }));
  return session.authenticated(async () => {
    const args = { specSet: [objectsSpec(refs, ['info'])], options: {} };
    const result = await session.call('RetrievePropertiesEx', session.content.propertyCollector, args, signal);
    const rows = ((result as Data<'RetrieveResult'> | undefined)?.objects ?? []).map((content) => toRow<'Task', 'info'>(content));
    return new Map(rows.flatMap(({ ref, properties: { info } }) => (info === undefined ? [] : [[ref.value, info]])));
  }, signal);
}
