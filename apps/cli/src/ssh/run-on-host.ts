import { spawn } from 'node:child_process';
import { fail } from '../errors.js';
import { endedWithUs } from './ended-with-us.js';

export interface Ran {
  /** Of the remote command; 255 where there was no connection. */
  readonly exitCode: number;
  /** Both empty where they were heard as they came. */
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

/** Runs it and hears what it says; whole lines as they come, which are not kept: what follows a log never ends. Errors: ProgramMissing, Interrupted. */
export function runHeard(
  program: 'ssh' | 'scp',
  args: readonly string[],
  onLine?: (line: string, stream: 'stdout' | 'stderr') => void,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = endedWithUs(child);
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        said[stream] += text;
        if (onLine === undefined) return;
        const lines = said[stream].split('\n');
        said[stream] = lines.pop() ?? '';
        for (const line of lines) onLine(line.replace(/\r$/, ''), stream);
      });
    }
    child.once('error', (cause) => reject(missing(program, cause)));
    child.once('close', (code) => {
      if (onLine !== undefined) for (const stream of ['stdout', 'stderr'] as const) if (said[stream] !== '') onLine(said[stream], stream);
      const interrupted = ended();
      if (interrupted === undefined) resolve({ exitCode: code ?? 255, ...(onLine === undefined ? said : { stdout: '', stderr: '' }) });
      else reject(interrupted);
    });
  });
}

const missing = (program: string, cause: Error): Error =>
  fail('ProgramMissing', `'${program}' cannot be started (${(cause as NodeJS.ErrnoException).code ?? cause.message})`, {
    cause,
    hint: 'install the OpenSSH client',
  });
