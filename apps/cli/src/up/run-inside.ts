import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { EnterOptions, LabHandle } from '@bosh6/lab';

/** Runs a command in a place of the lab on this process's own terminal or pipes; resolves to its exit code, 128 + N after signal N. */
export async function runInside(lab: LabHandle, where: string, argv: readonly string[], options: EnterOptions): Promise<number> {
  const [file = '', ...rest] = [...(await lab.enterArgv(where, options)), ...argv];
  lab.close();
  // The terminal sends Ctrl-C to the command too; what it does about it is its own affair.
  const ignore = (): void => {};
  process.on('SIGINT', ignore);
  try {
    return await new Promise<number>((resolve, reject) => {
      const child = spawn(file, rest, { stdio: 'inherit' });
      const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
      process.on('SIGTERM', forward);
      child.once('error', reject);
      child.once('close', (code, signal) => {
        process.removeListener('SIGTERM', forward);
        resolve(code ?? (signal === null ? 1 : 128 + constants.signals[signal]));
      });
    });
  } finally {
    process.removeListener('SIGINT', ignore);
  }
}
