import { existsSync, writeFileSync } from 'node:fs';
import type { JsonObject } from '@bosh6/base';
import { z } from 'zod';
import { fail } from '../errors.js';
import type { Home } from './home.js';
import { readJson } from './read-json.js';

const schema = z.object({ type: z.string().min(1), properties: z.record(z.string(), z.json()) });

/** Keeps a CPI's file for this and later starts of the Director. It holds secrets: mode 0600. Throws `CpiFileInvalid`. */
export function keepCpi(home: Home, file: string): void {
  writeFileSync(home.cpi, `${JSON.stringify(read(file), null, 2)}\n`, { mode: 0o600 });
}

/** The CPI of the Director's configuration: what was kept, else the lab's. */
export function cpiOf(home: Home, labSocket: string): { type: string; properties: JsonObject } {
  return existsSync(home.cpi) ? read(home.cpi) : { type: 'local', properties: { socket: labSocket } };
}

function read(file: string): { type: string; properties: JsonObject } {
  return readJson(file, schema, (why, cause) =>
    fail('CpiFileInvalid', `the CPI file '${file}' cannot be used: ${why}`, {
      cause,
      where: { document: file },
      hint: 'it is JSON: {"type": "vsphere", "properties": {"vcenters": [...]}}',
    }),
  ) as { type: string; properties: JsonObject };
}
