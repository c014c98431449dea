import type { TypedConfig } from '@bosh6/director-api/client';
import { fail } from '../errors.js';
import type { Seat } from './seat.js';

/** Prints the newest config of a kind as it was stored. Errors: NoSuchObject. */
export async function showTypedConfig(seat: Seat, kind: TypedConfig, name?: string): Promise<void> {
  const director = await seat.director();
  const text = await director.typedConfigs.latest(kind, name);
  if (text === undefined) {
    throw fail('NoSuchObject', `No ${kind} config`, { hint: `store one with \`bosh6 update-${kind}-config FILE\`` });
  }
  seat.ui.block(text);
}
