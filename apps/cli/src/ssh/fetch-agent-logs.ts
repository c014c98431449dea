import { rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AgentFlags, GatewayFlags } from '../command/ssh-flags.js';
import type { Seat } from '../session/seat.js';
import { verifyDownload } from '../session/verify-download.js';
import { hostName } from './hosts.js';
import { reach } from './reach.js';
import { failedSomewhere, runEverywhere } from './run-everywhere.js';
import { scpArgument } from './scp-paths.js';
import { connectionArguments } from './ssh-arguments.js';
import { withAgent } from './with-agent.js';

/** Fetches logs of a VM whose agent is asked itself into a new file that only its owner reads; a failure leaves none. Errors: DownloadDamaged, RemoteCommandFailed. */
export async function fetchAgentLogs(
  seat: Seat,
  { path, type, filters }: { path: string; type: string; filters: readonly string[] },
  flags: AgentFlags & GatewayFlags,
): Promise<void> {
  await withAgent(seat, flags, async (login, agent) => {
    const wanted = { owning_user: login.session.user, log_type: type, filters: filters.length === 0 ? null : [...filters] };
    const { logs_tar_path: remote, sha512 } = await agent.call('bundle_logs', wanted);
    const hosts = await reach(seat, login, flags);
    for (const { host } of hosts) seat.ui.line(`Downloading ${hostName(host)} logs to '${resolve(path)}'...`);
    try {
      writeFileSync(path, '', { mode: 0o600 });
      const results = await runEverywhere(seat, 'scp', hosts, {
        quiet: false,
        args: (one) => [...connectionArguments(one.host, one.setting), scpArgument({ remote, target: {} }, one), path],
      });
      const failure = failedSomewhere(results);
      if (failure !== undefined) throw failure;
      await verifyDownload(path, sha512, remote);
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    } finally {
      await agent.call('remove_file', remote).catch(() => undefined);
    }
  });
}
