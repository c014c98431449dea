import type { AgentSettings } from '@bosh6/agent-protocol';
import { CodedError, type World } from '@bosh6/base';
import type { Disks } from '../disks/disks.js';
import { answerNames } from '../dns/answer-names.js';
import { hostsFile } from '../dns/dns-records.js';
import type { Resolver } from '../dns/resolver.js';
import type { Layout } from '../layout.js';
import { type Log, reason } from '../log.js';
import type { Platform } from '../platform/platform.js';
import type { SettingsService } from '../settings/settings-service.js';
import { readJson } from '../state/json-file.js';
import type { Supervisor } from '../supervisor/supervisor.js';
import type { BootstrapErrorFile } from './bootstrap-error-file.js';
import { makeDirectories } from './directories.js';

export interface BootstrapNeeds {
  layout: Layout;
  platform: Platform;
  world: World;
  log: Log;
  settings: SettingsService;
  disks: Disks;
  supervisor: Supervisor;
  resolver: Resolver;
  errors: BootstrapErrorFile;
}

/** Makes the machine as its settings say, up to where the bus can be reached, as bosh-agent. Repeats what may succeed later, and says meanwhile why it waits.
 * Throws what cannot succeed: InvalidSettings, NicNotFound. */
export async function bootstrap(needs: BootstrapNeeds, signal: AbortSignal): Promise<void> {
  const { layout, platform, settings, disks, supervisor, resolver } = needs;
  await makeDirectories(layout, platform);
  const current = await settings.load();
  setPasswords(needs, current);
  await Promise.all([
    nameMachine(needs, current.agent_id),
    network(needs, signal).then(() => answerNames(platform, resolver, { networks: settings.networks, env: current.env, log: needs.log })),
    disks.mountLast().catch((error) => needs.log.warn('the persistent disk is not mounted', { reason: reason(error) })),
  ]);
  await supervisor.resume();
}

async function nameMachine({ layout, platform }: BootstrapNeeds, name: string): Promise<void> {
  await platform.setHostname(name);
  const known = (await readJson(layout.instance('dns', 'records.json'))) as { records?: [string, string][] } | undefined;
  await platform.writeHosts(hostsFile(name, known?.records));
}

async function network({ platform, settings, world, errors, log }: BootstrapNeeds, signal: AbortSignal): Promise<void> {
  for (let pause = 500; ; pause = Math.min(pause * 2, 10_000)) {
    try {
      return await platform.configureNetworks(settings.networks);
    } catch (error) {
      await errors.write(error);
      if (!CodedError.is(error) || !error.retryable) throw error;
      log.warn('the network is not ready', { code: error.code, reason: error.message });
      await world.sleep(pause, signal);
    }
  }
}

/** Nothing waits for it. */
function setPasswords({ platform, log }: BootstrapNeeds, { env }: AgentSettings): void {
  const hash = env?.bosh?.password;
  if (hash === undefined) return;
  platform
    .setPasswords({ vcap: hash || '*', ...(env?.bosh?.keep_root_password ? {} : { root: hash || '*' }) })
    .catch((error) => log.warn('the passwords are not set', { reason: reason(error) }));
}
