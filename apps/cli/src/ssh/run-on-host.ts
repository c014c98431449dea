import { spawn } from 'node:child_process';
import { fail } from '../errors.js';
import { endedWithUs } from './ended-with-us.js';

export interface Ran {
  /** Of the remote command; 255 where there was no connection. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `ssh` or `scp` with the person's own terminal. Resolves to its exit code. Errors: ProgramMissing, Interrupted. */
export function runAttached(program: 'ssh' | 'scp', args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit' });
    const ended = endedWithUs(child);
    child.once('error', (cause) => reject(missing(program, cause)));
    child.once('close', (code) => {
      const interrupted = ended();
      if (interrupted === undefined) resolve(code ?? 255);
      else reject(interrupted);
    });
  });
}

/** Runs it and hears what it says; whole lines as they come. Errors: ProgramMissing, Interrupted. */
export function runHeard(
  program: 'ssh' | 'scp',
  args: readonly string[],
  onLine: (line: string, stream: 'stdout' | 'stderr') => void = () => undefined,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = endedWithUs(child);
    const said = { stdout: '', stderr: '' };
    const told = { stdout: 0, stderr: 0 };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        said[stream] += text;
        for (let end = said[stream].indexOf('\n', told[stream]); end !== -1; end = said[stream].indexOf('\n', told[stream])) {
          onLine(said[stream].slice(told[stream], end).replace(/\r$/, ''), stream);
          told[stream] = end + 1;
        }
      });
    }
    child.once('error', (cause) => reject(missing(program, cause)));
    child.once('close', (code) => {
      for (const stream of ['stdout', 'stderr'] as const)
        if (told[stream] < said[stream].length) onLine(said[stream].slice(told[stream]), stream);
      const interrupted = ended();
      if (interrupted === undefined) resolve({ exitCode: code ?? 255, ...said });
      else reject(interrupted);
    });
  });
}

const missing = (program: string, cause: Error): Error =>
  fail('ProgramMissing', `'${program}' cannot be started (${(cause as NodeJS.ErrnoException).code ?? cause.message})`, {
    cause,
    hint: 'install the OpenSSH client',
  });
