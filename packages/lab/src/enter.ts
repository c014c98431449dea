import type { ChildProcess, StdioOptions } from 'node:child_process';

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
