import { existsSync, writeFileSync } from 'node:fs';
import type { JsonObject } from '@bosh6/base';
import { z } from 'zod';
import { fail } from '../errors.js';
import type { Home } from './home.js';
import { readJson } from './read-json.js';

const schema = z.object({ type: z.string().min(1), properties: z.record(z.string(), z.json()) });

/** The CPI of the Director's configuration. */
export interface Cpi {
  type: string;
  properties: JsonObject;
}

/** Keeps a CPI for this and later starts of the Director. It holds secrets: mode 0600. */
export function keepCpi(home: Home, cpi: Cpi): void {
  writeFileSync(home.cpi, `${JSON.stringify(cpi, null, 2)}\n`, { mode: 0o600 });
}

/** What was kept, else the lab's. Throws `CpiFileInvalid`. */
export function cpiOf(home: Home, labSocket: string): Cpi {
  return existsSync(home.cpi) ? readCpi(home.cpi) : { type: 'local', properties: { socket: labSocket } };
}

/** A person's file; what is in its properties the Director checks. Throws `CpiFileInvalid`. */
export function readCpi(file: string): Cpi {
  return readJson(file, schema, (why, cause) =>
    fail('CpiFileInvalid', `the CPI file '${file}' cannot be used: ${why}`, {
      cause,
      where: { document: file },
      hint: 'it is JSON: {"type": "vsphere", "properties": {"vcenters": [...]}}',
    }),
  ) as Cpi;
}
