import { isJsonObject, type JsonObject } from '@bosh6/base';
import type { Repositories } from '../persistence/store.js';

/** What queries call the AZs by (`q-a1s0...`), by name. */
export async function zoneNumbers(read: Repositories): Promise<Record<string, number>> {
  return Object.fromEntries((await read.dns.numbers.all({ kind: 'az' })).map(({ name, id }) => [name, id]));
}

/** Numbers the AZs of a cloud config when it comes, so that templates can name them before there is an instance in them; inside `Store.write`. */
export async function numberZones(tx: Repositories, { azs }: JsonObject): Promise<void> {
  if (!Array.isArray(azs)) return;
  for (const az of azs) if (isJsonObject(az) && typeof az.name === 'string') await tx.dns.number('az', az.name);
}
