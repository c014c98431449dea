import { flushCompileCache } from 'node:module';
import { text } from 'node:stream/consumers';
import { CodedError } from '@bosh6/base';
import { readConfig } from './core/config.js';
import { type Director, startDirector } from './start-director.js';
import { hashSecret } from './uaa/hash-secret.js';

/** How long a running task may take to stop when the Director is asked to. */
const graceMs = 10_000;

/** Runs a Director until SIGTERM or SIGINT. Says `{"ready":true,"port":N}` on standard output once it works; answers with the exit code. */
export async function run(configFile: string | undefined): Promise<number> {
  if (configFile === undefined) {
    process.stderr.write('usage: main.js CONFIG.json, or main.js --hash-secret, which reads the secret from standard input\n');
    return 2;
  }
  if (configFile === '--hash-secret') {
    process.stdout.write(`${hashSecret((await text(process.stdin)).replace(/\r?\n$/, ''))}\n`);
    return 0;
  }
  const asked = new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  let director: Director;
  try {
    director = await startDirector(await readConfig(configFile));
  } catch (error) {
    process.stderr.write(`${JSON.stringify({ ready: false, ...told(error) })}\n`);
    return 1;
  }
  process.stdout.write(`${JSON.stringify({ ready: true, port: director.port })}\n`);
  flushCompileCache();
  await asked;
  setTimeout(() => process.exit(0), graceMs).unref();
  await director.close();
  return 0;
}

function told(error: unknown): { code: string; message: string; hint?: string | undefined } {
  if (CodedError.is(error)) return { code: error.code, message: error.message, hint: error.hint };
  return { code: 'Internal', message: error instanceof Error ? error.message : String(error) };
}
