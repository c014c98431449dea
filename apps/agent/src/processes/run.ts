import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fail } from '../errors.js';
import { endGroup } from './end-group.js';

const graceMs = 10_000;
/** How long the outputs of a program that was ended may still be read. */
const restMs = 1000;

export interface RunOptions {
  stdin?: string;
  env?: Record<string, string>;
  cwd?: string;
  uid?: number;
  gid?: number;
  /** File descriptors that take the output instead of memory. */
  stdout?: number;
  stderr?: number;
  signal?: AbortSignal;
  /** Milliseconds; afterwards SIGKILL, for what the program started too. */
  timeoutMs?: number;
  /** Bytes of each output that are kept, from its end. */
  keep?: number;
}

/** `code` is 128 and the signal's number when one ended it, as shells and bosh-agent have it. */
export interface Completed {
  code: number;
  signal: string | undefined;
  stdout: string;
  stderr: string;
  timedOut: boolean;
}

/**
 * Runs a program to its end, and to that of whatever else holds its outputs. Resolves whatever its exit status is; rejects only when it cannot be started.
 * The signal ends it and what it started with SIGTERM, then SIGKILL after 10 s; then nobody's hold on the outputs is waited for.
 */
export function run(argv: readonly string[], options: RunOptions = {}): Promise<Completed> {
  const [program, ...rest] = argv;
  if (program === undefined) throw fail('CommandFailed', 'an empty command cannot be run');
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, {
      stdio: [options.stdin === undefined ? 'ignore' : 'pipe', options.stdout ?? 'pipe', options.stderr ?? 'pipe'],
      // a group of its own, which can be ended as a whole
      detached: true,
      ...(options.env === undefined ? {} : { env: options.env }),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.uid === undefined ? {} : { uid: options.uid }),
      ...(options.gid === undefined ? {} : { gid: options.gid }),
    });
    const stdout = tail(child.stdout, options.keep);
    const stderr = tail(child.stderr, options.keep);
    let timedOut = false;
    let ending: Promise<void> | undefined;
    let release: NodeJS.Timeout | undefined;
    const end = async (group: number, afterMs: number): Promise<void> => {
      await endGroup(group, afterMs);
      // one that left the group may hold them for ever
      release = setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, restMs);
    };
    const timer =
      options.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            if (child.pid !== undefined) ending = end(child.pid, 0);
          }, options.timeoutMs);
    const abort = (): void => {
      if (child.pid !== undefined) ending ??= end(child.pid, graceMs);
    };
    const done = (): void => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', abort);
    };
    if (options.signal?.aborted) abort();
    options.signal?.addEventListener('abort', abort, { once: true });
    child.on('error', (cause) => {
      done();
      reject(fail('CommandFailed', `${program} cannot be started: ${cause.message}`, { cause }));
    });
    child.on('close', async (code, signal) => {
      done();
      await ending;
      clearTimeout(release);
      resolve({
        code: code ?? 128 + constants.signals[signal ?? 'SIGKILL'],
        signal: signal ?? undefined,
        stdout: stdout(),
        stderr: stderr(),
        timedOut,
      });
    });
    if (options.stdin !== undefined && child.stdin) {
      child.stdin.on('error', () => undefined);
      child.stdin.end(options.stdin);
    }
  });
}

/** Like `run`, and throws CommandFailed when the status is not 0. */
export async function runOk(argv: readonly string[], options: RunOptions = {}): Promise<Completed> {
  const completed = await run(argv, options);
  if (completed.code !== 0) {
    throw fail(
      'CommandFailed',
      `${argv[0]} ended with ${completed.signal ?? completed.code}: ${(completed.stderr || completed.stdout).trim()}`,
    );
  }
  return completed;
}

function tail(stream: NodeJS.ReadableStream | null, keep = 1024 * 1024): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream?.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    while (chunks.length > 1 && size - (chunks[0]?.length ?? 0) >= keep) size -= chunks.shift()?.length ?? 0;
  });
  return () => {
    const all = Buffer.concat(chunks);
    return all.subarray(Math.max(0, all.length - keep)).toString('utf8');
  };
}
