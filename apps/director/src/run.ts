import { flushCompileCache } from 'node:module';
import { text } from 'node:stream/consumers';
import { CodedError } from '@bosh6/base';
import { type DirectorConfig, readConfig } from './core/config.js';
import { keepHeapSmall } from './core/keep-heap-small.js';
import { type Director, startDirector } from './start-director.js';
import { hashSecret } from './uaa/hash-secret.js';

/** How long a running task may take to stop when the Director is asked to. */
const graceMs = 10_000;

const usage = `usage: main.js CONFIG.json
       main.js --check CONFIG.json, which says whether a Director would take the configuration
       main.js --hash-secret, which reads the secret from standard input
`;

/** Runs a Director until SIGTERM or SIGINT. Says `{"ready":true,"port":N}` on standard output once it works, without a port where it serves no API; answers with the exit code. */
export async function run([configFile, second]: readonly string[]): Promise<number> {
  if (configFile === undefined || (configFile === '--check' && second === undefined)) {
    process.stderr.write(usage);
    return 2;
  }
  if (configFile === '--hash-secret') {
    process.stdout.write(`${hashSecret((await text(process.stdin)).replace(/\r?\n$/, ''))}\n`);
    return 0;
  }
  if (configFile === '--check') return check(second ?? '');
  keepHeapSmall();
  const asked = new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  let director: Director;
  let config: DirectorConfig;
  try {
    config = await readConfig(configFile);
    director = await startDirector(config);
  } catch (error) {
    return refuse(error);
  }
  process.stdout.write(`${JSON.stringify({ ready: true, ...(config.roles.includes('api') ? { port: director.port } : {}) })}\n`);
  flushCompileCache();
  await asked;
  setTimeout(() => process.exit(0), graceMs).unref();
  await director.close();
  return 0;
}

async function check(configFile: string): Promise<number> {
  try {
    const { checkConfig } = await import('./core/check-config.js');
    const warnings = await checkConfig(await readConfig(configFile), Date.now());
    for (const warning of warnings) process.stderr.write(`${JSON.stringify({ warning })}\n`);
    return 0;
  } catch (error) {
    return refuse(error);
  }
}

function refuse(error: unknown): number {
  const told = CodedError.is(error)
    ? { code: error.code, message: error.message, hint: error.hint, where: error.where, details: error.details }
    : { code: 'Internal', message: error instanceof Error ? error.message : String(error) };
  process.stderr.write(`${JSON.stringify({ ready: false, ...told })}\n`);
  return 1;
}
