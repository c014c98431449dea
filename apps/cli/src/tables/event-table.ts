import type { Json } from '@bosh6/base';
import type { EventEntry } from '@bosh6/director-api/client';
import type { Cell } from '../output/table.js';
import { longTime, sortedCellYaml } from '../output/values.js';

/** ID (and the event that it ends), time, user, action, object type and name, task, deployment, instance, context, error. */
export function eventCells(event: EventEntry): Cell[] {
  const { id, parent_id: parent, context } = event;
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
    sortedCellYaml((context ?? {}) as Json),
    event.error ?? '',
  ];
}
