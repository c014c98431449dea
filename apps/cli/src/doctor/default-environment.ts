import { readFileSync } from 'node:fs';
import type { LabHandle } from '@bosh6/lab';
import type { GlobalFlags } from '../command/bosh-command.js';
import { directorPort } from '../up/addresses.js';
import type { Home } from '../up/home.js';

/** What was given; else the Director of the lab that runs here, as its admin; else nothing. */
export async function defaultEnvironment(
  flags: Partial<GlobalFlags>,
  home: Home,
  lab: Pick<LabHandle, 'status'> | undefined,
): Promise<Partial<GlobalFlags> | undefined> {
  if ((flags.environment ?? '') !== '') return flags;
  if (lab === undefined) return undefined;
  const { forwards } = await lab.status();
  const port = forwards.find(({ to }) => to.port === directorPort)?.port;
  if (port === undefined) return undefined;
  const secret = readFileSync(home.adminPassword, 'utf8').trim();
  return { ...flags, environment: `https://127.0.0.1:${port}`, 'ca-cert': home.ca, client: 'admin', 'client-secret': secret };
}
