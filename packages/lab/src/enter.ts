import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { readlinkSync } from 'node:fs';
import { fail } from './errors.js';
import type { LabPlace, LabStatus } from './types.js';

export interface EnterOptions {
  cwd?: string;
  env?: Record<string, string>;
}

export interface LabExecOptions extends EnterOptions {
  /** As node:child_process.spawn's. Default `pipe`. */
  stdio?: StdioOptions;
}

export interface LabProcess {
  readonly child: ChildProcess;
  /** Resolves when it has ended. Output is collected where stdio is `pipe`. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }>;
}

/** nsenter's argv for a place. Works for the user who started the lab, from the host and from another place of the lab. */
export function enterArgv(status: LabStatus, where: LabPlace, options: EnterOptions = {}): string[] {
  const place = status.places.find(({ name }) => name === where);
  const vm = status.vms.find(({ cid }) => cid === where);
  const pid = place?.pid ?? vm?.pid;
  if (pid === undefined) {
    const what = vm === undefined ? `the lab has no '${where}'` : `VM '${where}' does not run`;
    const hint = `one of ${[...status.places.map(({ name }) => name), ...status.vms.map(({ cid }) => cid)].join(', ')}`;
    throw fail('LabPlaceUnknown', what, { hint });
  }
  const userNamespace = ['-U', '--preserve-credentials'];
  const argv: string[] = [];
  if (vm === undefined) {
    argv.push('nsenter', '-t', String(pid), ...(sameUserNamespace(pid) ? [] : userNamespace), '-m', '-n', '-u');
  } else {
    // A VM's user namespace is within the lab's, to which its process namespace belongs: an ordinary user must pass through the lab's.
    if (!sameUserNamespace(status.pid)) argv.push('nsenter', '-t', String(status.pid), ...userNamespace, '--');
    // A VM has processes of its own; elsewhere the host's /proc stays, and signals reach the command itself.
    argv.push('nsenter', '-t', String(pid), ...userNamespace, '-m', '-n', '-u', '-i', '-p');
  }
  argv.push('--', 'env', '-C', options.cwd ?? '/');
  const path = vm === undefined ? {} : { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/root' };
  for (const [key, value] of Object.entries({ ...path, ...place?.env, ...options.env })) argv.push(`${key}=${value}`);
  return argv;
}

function sameUserNamespace(pid: number): boolean {
  try {
    return readlinkSync('/proc/self/ns/user') === readlinkSync(`/proc/${pid}/ns/user`);
  } catch {
    return false;
  }
}

export function runIn(enter: string[], argv: string[], options: LabExecOptions): LabProcess {
  const [command = 'nsenter', ...rest] = [...enter, ...argv];
  const child = spawn(command, rest, { stdio: options.stdio ?? 'pipe' });
  const ended = new Promise<Awaited<LabProcess['ended']>>((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { child, ended };
}
