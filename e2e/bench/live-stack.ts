import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adoptLab, type LabHandle } from '@bosh6/lab';
import { parse } from 'yaml';
import { cli } from '../stack/paths.js';
import { run } from '../stack/run.js';
import { nodeBinary } from './process-time.js';
import { deleteStateDirectory, makeStateDirectory, runWalkthrough } from './walkthrough-run.js';

/** What a walkthrough with `--keep` left running. */
export interface LiveStack {
  readonly state: string;
  readonly lab: LabHandle;
  /** The Director's URL on this host. */
  readonly url: string;
  readonly ca: string;
  readonly adminPassword: string;
}

let live: Promise<LiveStack> | undefined;

/** One for all benchmarks of a process, started by the first that needs it. */
export function liveStack(): Promise<LiveStack> {
  live ??= start();
  return live;
}

/** Ends it; nothing happens when none was started. */
export async function closeLiveStack(): Promise<void> {
  const stack = await live?.catch(() => undefined);
  live = undefined;
  if (stack === undefined) return;
  stack.lab.close();
  await clean(stack.state);
}

async function clean(state: string): Promise<void> {
  await run([nodeBinary, cli, 'down', '--delete-state', '-n'], { env: { ...process.env, BOSH6_HOME: state } });
  deleteStateDirectory(state);
}

async function start(): Promise<LiveStack> {
  const state = makeStateDirectory();
  try {
    await runWalkthrough(state, { keep: true });
    return await find(state);
  } catch (error) {
    await clean(state);
    throw error;
  }
}

async function find(state: string): Promise<LiveStack> {
  const lab = await adoptLab(join(state, 'lab'));
  if (lab === undefined) throw new Error(`the walkthrough left no lab at ${state}`);
  const port = (await lab.status()).forwards.find(({ to }) => to.port === 25555)?.port;
  const creds = parse(readFileSync(join(state, 'creds.yml'), 'utf8')) as { admin_password: string };
  return { state, lab, url: `https://127.0.0.1:${port}`, ca: join(state, 'director-ca.pem'), adminPassword: creds.admin_password };
}

/** Process id on this host of the running Director. */
export async function directorPid({ lab }: LiveStack): Promise<number> {
  const service = (await lab.status()).services.find(({ name, state }) => name === 'director' && state === 'running');
  if (service === undefined) throw new Error('no Director runs in the lab');
  return service.pid;
}
