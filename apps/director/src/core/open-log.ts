import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import pino from 'pino';
import type { Log } from './log.js';

const secretKeys = [
  'password',
  'secret',
  'client_secret',
  'access_token',
  'refresh_token',
  'authorization',
  'privateKey',
  'private_key',
  'token',
];

/** Lines of JSON in a file, made if needed; without one, on standard error. Values under keys that name secrets are hidden. */
export async function openLog(file: string | undefined): Promise<Log> {
  if (file !== undefined) await mkdir(dirname(file), { recursive: true });
  const destination = pino.destination({ dest: file ?? 2, sync: true, mode: 0o600 });
  // A full disk must not end what tells of it: what could not be written is kept, and written with the next line.
  destination.on('error', () => undefined);
  const paths = [...secretKeys, ...secretKeys.map((key) => `*.${key}`)];
  const log = pino({ redact: { paths, censor: '<redacted>' } }, destination);
  return {
    debug: (fields, message) => log.debug(fields, message),
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  };
}
