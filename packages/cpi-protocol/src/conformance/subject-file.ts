import { readFile } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import type { Json, JsonObject } from '@bosh6/base';
import { z } from 'zod';
import { createExternalCpi } from '../client/external-cpi.js';
import type { CpiNetworks } from '../cpi.js';
import { cpiNetworksSchema } from '../wire.js';
import { abilities, type Subject } from './behaviour.js';
import { fail } from './errors.js';

const object = z.record(z.string(), z.json()).transform((value) => value as JsonObject);
const schema = z.strictObject({
  executable: z.string().min(1),
  properties: object.optional(),
  /** The `image` of a stemcell tarball. */
  image: z.string().min(1),
  /** Networks of one VM; `{n}` in a text stands for a number of 1 to 99 that differs from VM to VM. */
  networks: cpiNetworksSchema,
  cloud_properties: z.strictObject({ stemcell: object.optional(), vm: object.optional(), disk: object.optional() }).optional(),
  lacks: z.array(z.enum(abilities)).default([]),
});

/** What a JSON file says of a CPI executable and the cloud that it may use; relative paths count from `base`. Throws `SubjectInvalid`. */
export async function readSubject(file: string, base: string): Promise<Subject> {
  const parsed = schema.safeParse(await json(file));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw fail('SubjectInvalid', `${file}: ${issue?.path.join('.') || 'the document'}: ${issue?.message}`, { where: { document: file } });
  }
  const { executable, properties, image, networks, lacks, cloud_properties: cloudProperties } = parsed.data;
  const at = (path: string): string => (isAbsolute(path) ? path : resolve(base, path));
  return {
    cpi: createExternalCpi({ executable: at(executable), ...(properties === undefined ? {} : { properties }) }),
    imagePath: at(image),
    networks: (number) => numbered(networks as Json, number) as CpiNetworks,
    lacks,
    ...(cloudProperties === undefined ? {} : { cloudProperties: defined(cloudProperties) }),
  };
}

async function json(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw fail('SubjectInvalid', `${file} cannot be read as JSON: ${(cause as Error).message}`, { cause, where: { document: file } });
  }
}

function numbered(value: Json, number: number): Json {
  if (typeof value === 'string') return value.replaceAll('{n}', String(number));
  if (Array.isArray(value)) return value.map((item) => numbered(item, number));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, numbered(item as Json, number)]));
}

function defined(all: Record<string, JsonObject | undefined>): NonNullable<Subject['cloudProperties']> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
