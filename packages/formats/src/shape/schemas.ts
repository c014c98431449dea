import type { JsonObject } from '@bosh6/base';
import { z } from 'zod';

/** A string; numbers become one, as BOSH does. */
export const text = z.union([z.string(), z.number()]).transform(String);
/** Any map. */
export const map = z.record(z.string(), z.unknown()).transform((value) => value as JsonObject);
export const integer = z.number().int();
export const texts = z.array(text);
/** Names of releases, jobs and packages. */
export const identifier = text.refine((name) => /^[-0-9A-Za-z_+.]+$/.test(name), 'may hold only letters, digits and - _ + .');
/** Maps whose values are text: tags. */
export const textMap = z.record(z.string(), text);
