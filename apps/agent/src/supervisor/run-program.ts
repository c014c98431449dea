import { spawn } from 'node:child_process';
import { type Log, reason } from '../log.js';
import type { MonitProgram } from './monit-definition.js';

export interface ProcessIds {
  uid?: number;
  gid?: number;
}
export type ResolveIds = (program: MonitProgram) => ProcessIds;
/** Starts a program and returns; `onEnd` hears its exit status, 127 when it cannot be started. */
export type RunProgram = (service: string, program: MonitProgram, onEnd?: (code: number) => void) => void;

const environment = { PATH: '/bin:/usr/bin:/sbin:/usr/sbin', HOME: '/', LANG: 'C.UTF-8' };

/** Programs of monit files: no shell, monit's small environment, output to nowhere. */
export function programRunner(log: Log, ids: ResolveIds): RunProgram {
  return (service, program, onEnd = () => undefined) => {
    const [path = '', ...rest] = program.argv;
    const fails = (error: unknown): void => {
      log.warn('a program cannot be started', { process: service, reason: reason(error) });
      onEnd(127);
    };
    try {
      // A session of its own: the process outlives the agent.
      const child = spawn(path, rest, { ...ids(program), env: environment, cwd: '/', detached: true, stdio: 'ignore' });
      child.on('error', fails);
      child.on('exit', (code) => onEnd(code ?? 128));
      child.unref();
    } catch (error) {
      fails(error);
    }
  };
}
