import type { AgentFlags, GatewayFlags } from '../command/ssh-flags.js';
import type { Seat } from '../session/seat.js';
import { reach } from './reach.js';
import { failedSomewhere, runEverywhere } from './run-everywhere.js';
import { connectionArguments } from './ssh-arguments.js';
import { type TailWishes, tailCommand } from './tail-command.js';
import { withLogin } from './with-login.js';

/** Shows logs as they are written, or their last lines, over ssh. */
export async function showLogs(
  seat: Seat,
  instance: string | undefined,
  wishes: TailWishes,
  flags: AgentFlags & GatewayFlags,
): Promise<void> {
  await withLogin(seat, { instance, flags }, async (login) => {
    const hosts = await reach(seat, login, flags);
    const results = await runEverywhere(seat, 'ssh', hosts, {
      quiet: false,
      args: ({ host, setting }) => [
        '-tt',
        ...connectionArguments(host, setting),
        '-l',
        setting.user,
        '--',
        host.ip,
        ...tailCommand(wishes),
      ],
    });
    const failure = failedSomewhere(results);
    if (failure !== undefined) throw failure;
  });
}
