import type { TypedConfig } from '@bosh6/director-api/client';
import { fail } from '../errors.js';
import type { Seat } from './seat.js';

/** Prints the newest config of a kind as it was stored. Errors: NoSuchObject. */
export async function showTypedConfig(seat: Seat, kind: TypedConfig, name?: string): Promise<void> {
  const director = await seat.director();
  const text = await director.typedConfigs.latest(kind, name);
  if (text === undefined) {
    throw fail('NoSuchObject', none(kind, name), { hint: `store one with \`bosh6 update-${kind}-config FILE\`` });
  }
  seat.ui.block(text);
}

/** In the stock CLI's words, which scripts may look for. */
function none(kind: TypedConfig, name = ''): string {
  if (kind === 'runtime') return name === '' ? 'No default runtime config' : `No runtime config with name '${name}'`;
  return `No ${kind === 'cpi' ? 'CPI' : kind} config`;
}
