import { fail } from '../errors.js';
import type { Seat } from '../session/seat.js';
import { hostName } from './hosts.js';
import type { Reached } from './reach.js';
import { type Ran, runHeard } from './run-on-host.js';

/** What a command did on a host. */
export interface HostRan extends Ran {
  readonly name: string;
}

/** Runs on all hosts at once; each line as it comes, with its host's name and stream, unless the results are wanted at the end. */
export function runEverywhere(
  seat: Seat,
  program: 'ssh' | 'scp',
  reached: readonly Reached[],
  { quiet, args }: { quiet: boolean; args: (one: Reached) => readonly string[] },
): Promise<HostRan[]> {
  return Promise.all(
    reached.map(async (one) => {
      const name = hostName(one.host);
      const say = (line: string, stream: 'stdout' | 'stderr'): void => seat.ui.block(`${name}: ${stream} | ${line}\n`);
      return { name, ...(await runHeard(program, args(one), quiet ? undefined : say)) };
    }),
  );
}

/** The error that a failure on some hosts is: its exit code is the remote command's, where that is one. */
export function failedSomewhere(results: readonly HostRan[]): Error | undefined {
  const failed = results.filter(({ exitCode }) => exitCode !== 0);
  if (failed.length === 0) return undefined;
  const codes = new Set(failed.map(({ exitCode }) => exitCode));
  const which = failed.map(({ name, exitCode }) => `${name} (${exitCode})`).join(', ');
  return fail('RemoteCommandFailed', `it failed on ${failed.length} of ${results.length} hosts: ${which}`, {
    details: {
      exitCodes: Object.fromEntries(failed.map(({ name, exitCode }) => [name, exitCode])),
      exitCode: codes.size === 1 ? [...codes][0] : 1,
    },
  });
}
