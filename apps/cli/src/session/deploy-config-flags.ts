import { isJsonObject, type JsonObject } from '@bosh6/base';
import type { Director } from '@bosh6/director-api/client';
import type { Seat } from './seat.js';

const known = ['fix', 'fix-releases', 'recreate', 'recreate-persistent-disks', 'skip-upload-releases'] as const;
/** What a config of type `deploy` can switch on for everybody. */
export type DeployConfigFlags = Partial<Record<(typeof known)[number], boolean>>;

/** The flags that the Director's `deploy` configs give this deployment. A Director that has none, or knows of none, gives none (as bosh-cli). */
export async function deployConfigFlags(seat: Seat, director: Director, deployment: string): Promise<DeployConfigFlags> {
  const configs = await director.configs.list({ type: 'deploy', limit: 1, latest: true }).catch(() => []);
  const flags: DeployConfigFlags = {};
  for (const { name, content } of configs) {
    const { parse } = await import('yaml');
    const config: unknown = parse(content, { logLevel: 'silent' });
    if (!isJsonObject(config) || !applies(config, deployment)) continue;
    const wanted = known.filter((flag) => Array.isArray(config.flags) && config.flags.includes(flag));
    if (wanted.length > 0) seat.ui.note(`Using deployment flags from config of type 'deploy' (name: '${name}')`);
    for (const flag of wanted) flags[flag] = true;
  }
  return flags;
}

function applies({ include, exclude }: JsonObject, deployment: string): boolean {
  if (Array.isArray(include)) return include.includes(deployment);
  return !(Array.isArray(exclude) && exclude.includes(deployment));
}
