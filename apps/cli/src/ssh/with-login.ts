import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Director } from '@bosh6/director-api/client';
import { IpAddress } from '@bosh6/ip';
import type { AgentFlags, LoginFlags } from '../command/ssh-flags.js';
import { fail } from '../errors.js';
import { followTask } from '../session/follow.js';
import { instanceLineOf } from '../session/instance-line.js';
import { instanceChoice } from '../session/instance-name.js';
import { resultLines } from '../session/result-lines.js';
import type { Seat } from '../session/seat.js';
import { directorDoorkeeper } from './director-doorkeeper.js';
import type { SshHost } from './hosts.js';
import { type SshSession, type Target, withSession } from './open-session.js';
import { withAgent } from './with-agent.js';

export interface LoggedIn {
  readonly session: SshSession;
  /** Host keys are known. */
  readonly strict: boolean;
  /** What else is known of VMs' addresses, by the ID of the instance. */
  addresses(): Promise<Map<string, string[]>>;
}

/**
 * Works with a user of our own on the VMs, with `--private-key` as one that is there already, or with `--director` as one that the VM's agent makes.
 * Errors: as of all.
 */
export async function withLogin<T>(
  seat: Seat,
  { instance, flags }: { instance: string | undefined; flags: LoginFlags & AgentFlags },
  work: (login: LoggedIn) => Promise<T>,
): Promise<T> {
  if (flags.director === true) return withAgent(seat, flags, work);
  const key = flags['private-key'];
  const address = instance === undefined ? undefined : IpAddress.tryParse(instance);
  if (key === undefined && address !== undefined) {
    throw fail('InvalidArguments', `'${instance}' is an address`, { hint: 'name an instance, GROUP/ID, or give --private-key' });
  }
  const target = address === undefined ? instanceChoice(instance) : {};
  const { director, name: deployment } = await seat.deployment();
  const addresses = (): Promise<Map<string, string[]>> => addressesById(director, deployment);
  if (key === undefined) {
    const doorkeeper = directorDoorkeeper(seat, director, deployment, target);
    return withSession(seat, doorkeeper, (session) => work({ session, strict: true, addresses }));
  }
  const hosts = address === undefined ? await knownHostsOf(seat, director, deployment, target) : [hostAt(address)];
  const directory = mkdtempSync(join(tmpdir(), 'bosh6-ssh-'));
  try {
    const session = { hosts, user: flags.username ?? 'vcap', identity: key, directory };
    return await work({ session, strict: false, addresses });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A Director that does not tell knows none. */
async function addressesById(director: Director, deployment: string): Promise<Map<string, string[]>> {
  const vms = await director.deployments.plainVms(deployment).catch(() => []);
  return new Map(vms.map(({ id, ips }) => [id ?? '', [...(ips ?? [])]]));
}

const hostAt = (address: IpAddress): SshHost => ({ group: address.toString(), id: '', ip: address.toString(), hostKey: '' });

async function knownHostsOf(seat: Seat, director: Director, deployment: string, target: Target): Promise<SshHost[]> {
  const { result } = await followTask(seat, director, await director.deployments.vms(deployment), { withResult: true });
  const hosts = resultLines(result)
    .map(instanceLineOf)
    .filter(({ job_name: group }) => target.group === undefined || group === target.group)
    .filter(({ id, index }) => target.id === undefined || id === target.id || String(index) === target.id)
    .flatMap(({ job_name: group, id, ips }): SshHost[] => {
      const [ip] = ips ?? [];
      return ip === undefined ? [] : [{ group: group ?? '?', id: id ?? '', ip, hostKey: '' }];
    });
  if (hosts.length === 0) throw fail('NoSuchObject', 'no such instance has a VM', { hint: 'list them with `bosh6 vms`' });
  return hosts;
}
