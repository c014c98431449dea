import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fail } from '../errors.js';

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
  /** Milliseconds; afterwards SIGKILL. */
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

/** Runs a program to its end. Resolves whatever its exit status is; rejects only when it cannot be started. The signal ends it with SIGTERM, then SIGKILL after 10 s. */
export function run(argv: readonly string[], options: RunOptions = {}): Promise<Completed> {
  const [program, ...rest] = argv;
  if (program === undefined) throw fail('CommandFailed', 'an empty command cannot be run');
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, {
      stdio: [options.stdin === undefined ? 'ignore' : 'pipe', options.stdout ?? 'pipe', options.stderr ?? 'pipe'],
      ...(options.env === undefined ? {} : { env: options.env }),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.uid === undefined ? {} : { uid: options.uid }),
      ...(options.gid === undefined ? {} : { gid: options.gid }),
    });
    const stdout = tail(child.stdout, options.keep);
    const stderr = tail(child.stderr, options.keep);
    let timedOut = false;
    let killer: NodeJS.Timeout | undefined;
    const timer =
      options.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, options.timeoutMs);
    const abort = (): void => {
      child.kill('SIGTERM');
      killer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    };
    const done = (): void => {
      clearTimeout(timer);
      clearTimeout(killer);
      options.signal?.removeEventListener('abort', abort);
    };
    if (options.signal?.aborted) abort();
    options.signal?.addEventListener('abort', abort, { once: true });
    child.on('error', (cause) => {
      done();
      reject(fail('CommandFailed', `${program} cannot be started: ${cause.message}`, { cause }));
    });
    child.on('close', (code, signal) => {
      done();
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
