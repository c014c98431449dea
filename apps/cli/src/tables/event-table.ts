import type { Json } from '@bosh6/base';
import type { EventEntry } from '@bosh6/director-api/client';
import type { Cell } from '../output/table.js';
import { cellYaml, longTime } from '../output/values.js';

/** ID (and the event that it ends), time, user, action, object type and name, task, deployment, instance, context, error. */
export function eventCells(event: EventEntry): Cell[] {
  const { id, parent_id: parent, context } = event;
  const entries = Object.entries(context ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    (parent ?? '') === '' ? id : `${id} <- ${parent}`,
    longTime(event.timestamp ?? 0),
    event.user ?? '',
    event.action ?? '',
    event.object_type ?? '',
    event.object_name ?? '',
    event.task ?? '',
    event.deployment ?? '',
    event.instance ?? '',
    entries.map(([key, value]) => cellYaml({ [key]: value as Json })).join('\n'),
    event.error ?? '',
  ];
}
