import { z } from 'zod';
import { fail } from '../errors.js';
import type { ConnectOptions } from './operation.js';

const schema = z.looseObject({
  verbose: z.boolean().default(false),
  pedantic: z.boolean().default(false),
  echo: z.boolean().default(true),
  headers: z.boolean().default(false),
  no_responders: z.boolean().default(false),
  name: z.string().default(''),
});

/** Reads the JSON of a CONNECT line. Throws BusProtocolViolation. */
export function parseConnectOptions(text: string): ConnectOptions {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw fail('BusProtocolViolation', 'Parser Error', { cause });
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw fail('BusProtocolViolation', 'Parser Error', { cause: parsed.error });
  const { no_responders: noResponders, ...options } = parsed.data;
  return { ...options, noResponders: noResponders && options.headers };
}
