import { spawn } from 'node:child_process';
import { mkdir, open, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { JsonObject } from '@bosh6/base';
import { cleanLab } from './clean.js';
import type { LabClient } from './client.js';
import { type LabConfigInput, parseLabConfig } from './config.js';
import { fail } from './errors.js';
import { labClient, logTail } from './lab-client.js';
import { isAlive, labSocketPath, readLabFile } from './lab-file.js';
import { waitFor } from './wait-for.js';
import { fromWireError, jsonLines, type WireError } from './wire.js';

export interface StartLabOptions {
  /** The lab's own directory; made if missing. Its path with `/lab.sock` stays below 100 bytes. */
  stateDir: string;
  config: LabConfigInput;
  /** The lab ends when this process does. Default: it outlives the caller. */
  lifeline?: boolean;
  /** The daemon's entry, `apps/lab/dist/main.js` or its bundle. */
  daemon: string;
  /** The Node that runs it; this process's unless said. */
  node?: string;
}

export interface LabHandle extends LabClient {
  readonly stateDir: string;
  /** False when a living lab was found and taken over; its configuration is then the one it was started with. */
  readonly started: boolean;
}

/** Starts a lab, or adopts the living one of that directory; cleans after a dead one first. */
export async function startLab(options: StartLabOptions): Promise<LabHandle> {
  const stateDir = path.resolve(options.stateDir);
  const config = parseLabConfig(options.config);
  const length = Buffer.byteLength(labSocketPath(stateDir));
  if (length >= 100) throw fail('LabSocketPathTooLong', `the socket's path ${labSocketPath(stateDir)} has ${length} bytes; 99 fit`);
  await mkdir(stateDir, { recursive: true, mode: 0o700 });
  const living = await adoptLab(stateDir);
  if (living !== undefined) return living;
  await cleanLab({ stateDir });
  await writeFile(path.join(stateDir, 'lab-config.json'), JSON.stringify(config, null, 2), { mode: 0o600 });
  const ready = await launch(stateDir, options);
  if (ready.error !== undefined) throw fromWireError(ready.error as unknown as WireError);
  if (ready.adopted === true) return (await adoptLab(stateDir)) ?? (await startLab(options));
  return { ...labClient(labSocketPath(stateDir)), stateDir, started: true };
}

/** Finds the living lab of a directory, waiting for one that is just starting. */
export async function adoptLab(stateDir: string): Promise<LabHandle | undefined> {
  const directory = path.resolve(stateDir);
  const found = await waitFor(10_000, async () => {
    const file = await readLabFile(directory);
    if (file === undefined || !isAlive(file)) return 'none' as const;
    return file.state === 'running' ? file : undefined;
  });
  if (found === undefined || found === 'none') return undefined;
  return { ...labClient(found.socket, found.token), stateDir: directory, started: false };
}

/** A client of a running lab. The token is read beside the socket unless given. */
export async function connectLab(options: { socket: string; token?: string }): Promise<LabClient> {
  return labClient(options.socket, options.token);
}

async function launch(stateDir: string, options: StartLabOptions): Promise<JsonObject> {
  const log = await open(path.join(stateDir, 'lab.log'), 'a', 0o600);
  try {
    const argv = [options.daemon, 'supervise', stateDir, ...(options.lifeline ? ['--lifeline'] : [])];
    const child = spawn(options.node ?? process.execPath, argv, {
      cwd: '/',
      detached: true,
      stdio: [options.lifeline ? 'pipe' : 'ignore', 'pipe', log.fd],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const ready = await firstMessage(child.stdout as Readable, child);
    // A daemon that failed still tidies up.
    if (ready?.error !== undefined) await ended;
    child.stdout?.destroy();
    child.unref();
    // The lifeline is held by this process's end of the pipe alone; it must not keep the event loop going.
    (child.stdin as unknown as { unref?: () => void } | null)?.unref?.();
    return ready ?? { error: await startFailure(stateDir) };
  } finally {
    await log.close();
  }
}

function firstMessage(output: Readable, child: ReturnType<typeof spawn>): Promise<JsonObject | undefined> {
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => reject(fail('LabStartFailed', 'the lab daemon could not be run', { cause })));
    output.setEncoding('utf8');
    output.on(
      'data',
      jsonLines(resolve, () => undefined),
    );
    output.once('close', () => resolve(undefined));
  });
}

async function startFailure(stateDir: string): Promise<JsonObject> {
  const message = `the lab did not start; its log ${path.join(stateDir, 'lab.log')} ends:\n${await logTail(stateDir, 8)}`;
  return { code: 'LabStartFailed', message, retryable: false };
}
