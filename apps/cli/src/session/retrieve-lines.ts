import type { Director, InstanceLine } from '@bosh6/director-api/client';
import { fail } from '../errors.js';
import { describeError } from '../output/error-report.js';
import type { Table } from '../output/table.js';
import { EventReporter } from '../task/event-reporter.js';
import { followTask } from './follow.js';
import type { Seat } from './seat.js';

/**
 * Instances or VMs of the deployment of `-d`, or of all, a few at a time; one table each, in the Director's order. A deployment that fails does not
 * stop the others. Errors: SomeFailed.
 */
export async function retrieveLines(
  seat: Seat,
  director: Director,
  what: 'instances' | 'vms',
  toTable: (deployment: string, lines: InstanceLine[]) => Table,
): Promise<void> {
  const only = seat.flags.deployment ?? '';
  const names = only === '' ? (await director.deployments.list()).map(({ name }) => name) : [only];
  const reporter = new EventReporter(seat.ui);
  const retrieve = async (name: string): Promise<InstanceLine[]> => {
    const task = await director.deployments[what](name);
    const { result } = await followTask(seat, director, task, { withResult: true, reporter });
    return result
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as InstanceLine);
  };
  if (only !== '') {
    seat.ui.table(toTable(only, await retrieve(only)));
    return;
  }
  const outcomes = await inBatches(names, seat.flags.parallel ?? 5, retrieve);
  let failures = 0;
  for (const [index, outcome] of outcomes.entries()) {
    const name = names[index] ?? '';
    if (outcome.status === 'fulfilled') {
      seat.ui.table(toTable(name, outcome.value));
    } else {
      failures++;
      seat.ui.error(`Deployment '${name}': ${describeError(outcome.reason)}`);
    }
  }
  if (failures > 0) throw fail('SomeFailed', `${failures} of ${names.length} deployments could not be read`);
}

async function inBatches<T, R>(items: readonly T[], size: number, work: (item: T) => Promise<R>): Promise<PromiseSettledResult<R>[]> {
  const outcomes: PromiseSettledResult<R>[] = new Array(items.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) {
      const [outcome] = await Promise.allSettled([work(items[at] as T)]);
      outcomes[at] = outcome as PromiseSettledResult<R>;
    }
  };
  await Promise.all(Array.from({ length: Math.min(Math.max(1, size), items.length) }, worker));
  return outcomes;
}
