import type { Director, InstanceLine } from '@bosh6/director-api/client';
import { IpAddress, IpPrefix } from '@bosh6/ip';
import { fail } from '../errors.js';
import { describeError } from '../output/error-report.js';
import type { Table } from '../output/table.js';
import { followTask } from './follow.js';
import { instanceLineOf } from './instance-line.js';
import { resultLines } from './result-lines.js';
import type { Seat } from './seat.js';

/**
 * Instances or VMs of the deployment of `-d`, or of all, a few at a time; one table each, in the Director's order. A deployment that fails does not
 * stop the others. With `ip`, in any spelling, only what has that address. Errors: SomeFailed, InvalidArguments.
 */
export async function retrieveLines(
  seat: Seat,
  director: Director,
  what: 'instances' | 'vms',
  toTable: (deployment: string, lines: InstanceLine[]) => Table,
  ip?: string,
): Promise<void> {
  const wanted = ip === undefined ? undefined : readAddress(ip);
  const only = seat.flags.deployment ?? '';
  const names = only === '' ? (await director.deployments.list()).map(({ name }) => name) : [only];
  const retrieve = async (name: string): Promise<InstanceLine[]> => {
    const task = await director.deployments[what](name, { ip: wanted?.toString() });
    const { result } = await followTask(seat, director, task, { withResult: true });
    return resultLines(result)
      .map(instanceLineOf)
      .filter(({ ips }) => wanted === undefined || (ips ?? []).some((text) => IpPrefix.tryParse(text)?.contains(wanted) === true));
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

function readAddress(text: string): IpAddress {
  const address = IpAddress.tryParse(text.trim().replace(/^\[(.*)\]$/, '$1'));
  if (address !== undefined && address.zone === undefined) return address;
  throw fail('InvalidArguments', `'${text}' is not an address that an instance can have`, {
    hint: 'write an IPv4 or IPv6 address in any spelling, without a zone',
  });
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
