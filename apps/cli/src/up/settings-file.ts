import { existsSync } from 'node:fs';
import type { JsonObject } from '@bosh6/base';
import { z } from 'zod';
import { fail } from '../errors.js';
import type { Home } from './home.js';
import { readJson } from './read-json.js';

const part = z.record(z.string(), z.json());
/** Keys of the Director's configuration that `up` leaves to people; what is in them the Director checks. */
const schema = z.strictObject({ healthMonitor: part.optional(), metrics: part.optional(), trustedCerts: z.json().optional() });

/** What a person has set for the Director of this state directory; nothing where there is no such file. Throws `SettingsFileInvalid`. */
export function settingsOf({ settings: file }: Pick<Home, 'settings'>): JsonObject {
  if (!existsSync(file)) return {};
  return readJson(file, schema, (why, cause) =>
    fail('SettingsFileInvalid', `the Director's settings '${file}' cannot be used: ${why}`, { cause, where: { document: file } }),
  ) as JsonObject;
}
