import { constants } from 'node:fs';
import { access, mkdir, open } from 'node:fs/promises';
import type { Layout } from '../layout.js';
import { type Completed, run } from '../processes/run.js';

const scriptPath = '/usr/sbin:/usr/bin:/sbin:/bin';

/** True when the job has that script and it may be run. */
export async function hasScript(layout: Layout, job: string, script: string): Promise<boolean> {
  return access(layout.jobs(job, 'bin', script), constants.X_OK).then(
    () => true,
    () => false,
  );
}

export interface ScriptOptions {
  env?: Record<string, string>;
  arguments?: readonly string[];
  signal?: AbortSignal;
  /** Keeps stdout for the caller; else both outputs are appended to the job's log directory. */
  capture?: 'stdout' | 'both';
}

/** Runs bin/<script> of a job at lowered priority, with the agent's environment and the given one. */
export async function runScript(layout: Layout, job: string, script: string, options: ScriptOptions = {}): Promise<Completed> {
  const path = layout.jobs(job, 'bin', script);
  const directory = layout.jobLog(job);
  await mkdir(directory, { recursive: true });
  const open640 = (stream: string) => open(layout.jobLog(job, `${script}.${stream}.log`), 'a', 0o640);
  const stdout = options.capture === undefined ? await open640('stdout') : undefined;
  const stderr = options.capture === 'both' ? undefined : await open640('stderr');
  try {
    return await run(['nice', '-n', '5', path, ...(options.arguments ?? [])], {
      env: { ...scriptEnvironment(layout), ...options.env },
      cwd: '/',
      ...(stdout === undefined ? {} : { stdout: stdout.fd }),
      ...(stderr === undefined ? {} : { stderr: stderr.fd }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  } finally {
    await stdout?.close();
    await stderr?.close();
  }
}

export function scriptEnvironment(layout: Layout): Record<string, string> {
  return { PATH: scriptPath, HOME: '/root', LANG: 'C.UTF-8', TMPDIR: layout.temporary };
}
