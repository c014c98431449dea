import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { JsonObject } from '@bosh6/base';
import {
  bootId,
  claimLabFile,
  cleanLab,
  isAlive,
  jsonLines,
  type LabFile,
  labFilePath,
  labSocketPath,
  parseLabConfig,
  processStartTime,
  readLabFile,
  replaceLabFile,
  toWireError,
} from '@bosh6/lab';
import { HostForwarder } from './host-forwarder.js';
import { spawnInNamespaces } from './namespaces.js';

/**
 * The lab's process on the host. It owns lab.json, forwards loopback ports, and holds the pipe by which everything inside notices its end.
 * Its first line on stdout tells the outcome of the start.
 */
export async function supervise(options: { stateDir: string; lifeline: boolean }): Promise<void> {
  const { stateDir } = options;
  // Whoever started us may be gone before the first line is read.
  process.stdout.on('error', () => undefined);
  const say = (message: object): void => void process.stdout.write(`${JSON.stringify(message)}\n`);
  const file = await claim(stateDir);
  if (file === undefined) return say({ adopted: true });
  try {
    const config = parseLabConfig(JSON.parse(await readFile(path.join(stateDir, 'lab-config.json'), 'utf8')));
    const child = await spawnInNamespaces([process.execPath, process.argv[1] ?? '', 'inside', stateDir]);
    const forwarder = new HostForwarder(path.join(stateDir, 'hop.sock'));
    const stop = (): void => void child.stdin?.end();
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
    if (options.lifeline) process.stdin.on('close', stop).on('error', stop).resume();
    child.stdin?.on('error', () => undefined);
    child.stdin?.write(`${JSON.stringify({ token: file.token, config })}\n`);
    let purge = false;
    let told = false;
    const handle = async (message: JsonObject): Promise<void> => {
      const { type } = message;
      if (type === 'ready') {
        await replaceLabFile(stateDir, Object.assign(file, { state: 'running' }));
        told = true;
        say({ ready: true });
      } else if (type === 'failed') {
        told = true;
        say({ error: message.error });
      } else if (type === 'bye') {
        purge = message.purge === true;
      } else if (type === 'forward') {
        const reply = await forwarder
          .add(Number(message.port), message.to as unknown as { address: string; port: number })
          .then((result) => ({ result }))
          .catch((error: unknown) => ({ error: toWireError(error) }));
        child.stdin?.write(`${JSON.stringify({ type: 'forwarded', id: message.id, ...reply })}\n`);
      }
    };
    let queue = Promise.resolve();
    const output = child.stdout as Readable;
    output.setEncoding('utf8');
    output.on(
      'data',
      jsonLines(
        (message) => {
          queue = queue.then(() => handle(message));
        },
        (line) => {
          // The namespace's first process tells its ids: the host's comes first.
          const pid = Number.parseInt(line, 10);
          const startTime = processStartTime(pid);
          if (startTime !== undefined)
            queue = queue.then(() => replaceLabFile(stateDir, Object.assign(file, { inside: { pid, startTime } })));
        },
      ),
    );
    await new Promise((resolve) => child.once('close', resolve));
    await queue;
    forwarder.close();
    if (!told) say({ error: await refusal(stateDir) });
    await leave(stateDir, purge);
  } catch (error) {
    say({ error: toWireError(error) });
    await leave(stateDir, false);
  }
  process.exit(0);
}

async function claim(stateDir: string): Promise<LabFile | undefined> {
  const file: LabFile = {
    pid: process.pid,
    startTime: processStartTime(process.pid) ?? '',
    bootId: bootId(),
    token: randomBytes(24).toString('base64url'),
    socket: labSocketPath(stateDir),
    state: 'starting',
  };
  while (!(await claimLabFile(stateDir, file))) {
    const other = await readLabFile(stateDir);
    if (other !== undefined && isAlive(other)) return undefined;
    await cleanLab({ stateDir });
    // A file that cannot be read is nobody's.
    if ((await readLabFile(stateDir)) === undefined)
      await rename(labFilePath(stateDir), `${labFilePath(stateDir)}.broken`).catch(() => undefined);
  }
  return file;
}

async function leave(stateDir: string, purge: boolean): Promise<void> {
  await rm(labSocketPath(stateDir), { force: true });
  await rm(path.join(stateDir, 'hop.sock'), { force: true });
  if (purge) for (const name of ['lab-config.json', 'lab.log']) await rm(path.join(stateDir, name), { force: true });
  await rm(labFilePath(stateDir), { force: true });
  if (purge) await rmdir(stateDir).catch(() => undefined);
}

async function refusal(stateDir: string): Promise<object> {
  const text = await readFile(path.join(stateDir, 'lab.log'), 'utf8').catch(() => '');
  const message = `the lab's namespaces could not be made: ${text.trimEnd().split('\n').slice(-4).join('; ')}`;
  const hint =
    'an ordinary user needs user namespaces, newuidmap (package uidmap) and 65536 subordinate ids in /etc/subuid and /etc/subgid';
  return { code: 'LabUserNamespaceRefused', message, retryable: false, ...(process.getuid?.() === 0 ? {} : { hint }) };
}
