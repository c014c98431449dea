import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fail } from '../errors.js';

/** A namespace's first process, driven over its stdin and stdout while it sets itself up. */
export interface Holder {
  readonly child: ChildProcess;
  /** On the host. */
  readonly hostPid: number;
  /** In the lab's process namespace. */
  readonly labPid: number;
  /** Gives it commands for `ip` and waits until it says 'up'. */
  configure(ipCommands: readonly string[]): Promise<void>;
  /** Lines that come after 'up'. */
  onLine(listener: (line: string) => void): void;
  readonly ended: Promise<void>;
}

/** Starts argv (unshare ... sh -c SCRIPT ...) whose script first prints its process ids. Fails with what it wrote to stderr. */
export async function startHolder(argv: readonly string[], env: Record<string, string>): Promise<Holder> {
  const [command = '', ...rest] = argv;
  const child = spawn(command, rest, { stdio: ['pipe', 'pipe', 'pipe'], env });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    said = (said + chunk).slice(-4000);
    process.stderr.write(chunk);
  });
  child.stdin?.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const lines: string[] = [];
  let listener: ((line: string) => void) | undefined;
  let rest_ = '';
  (child.stdout as Readable).setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest_ + chunk).split('\n');
    rest_ = parts.pop() ?? '';
    for (const line of parts) {
      if (listener === undefined) lines.push(line);
      else listener(line);
    }
  });
  const nextLine = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const give = (): void => {
        listener = undefined;
        resolve(lines.shift() ?? '');
      };
      if (lines.length > 0) return give();
      listener = (line) => {
        lines.push(line);
        give();
      };
      child.once('error', (cause) => reject(fail('LabCommandFailed', `${command} cannot be run`, { cause })));
      void ended.then(() => reject(fail('LabCommandFailed', said.trim() || `${command} ended early`)));
    });
  const pids = (await nextLine()).trim().split(/\s+/).map(Number);
  return {
    child,
    hostPid: pids[0] ?? 0,
    labPid: pids[1] ?? 0,
    async configure(ipCommands) {
      child.stdin?.write(`${[...ipCommands, '.'].join('\n')}\n`);
      await nextLine();
    },
    onLine(given) {
      listener = given;
      for (const line of lines.splice(0)) given(line);
    },
    ended,
  };
}
