import { writeFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import type { Networks } from '@bosh6/agent-protocol';
import { IpAddress } from '@bosh6/ip';
import { fail } from '../errors.js';
import { type Log, reason } from '../log.js';
import { run } from '../processes/run.js';
import { type NetworkPlan, type PlannedAddress, type PlannedNic, planNetworks } from './network-plan.js';
import { listNics } from './nics.js';
import { announce, probe } from './probe.js';

/** Makes the interfaces as the settings say: closes them to router advertisements before they are up, asks whether an address is free before it takes it, tells the neighbours.
 * Repeatable; addresses of an older plan go. Throws NicNotFound, DuplicateAddress, NetworkSetupFailed. */
export async function configureNetworks(networks: Networks, log: Log): Promise<void> {
  const plan = planNetworks(networks, await listNics());
  const mine = plan.nics.filter((nic) => !nic.untouched);
  await Promise.all(mine.map((nic) => closeToStrangers(nic)));
  await ip(['link set dev lo up', ...mine.filter((nic) => nic.addresses.length > 0).map((nic) => `link set dev ${nic.name} up`)]);
  const present = presentAddresses();
  const fresh = mine.flatMap((nic) =>
    nic.addresses.filter((each) => !has(present, nic.name, each)).map((each) => ({ nic: nic.name, each })),
  );
  const probes = await Promise.allSettled(fresh.map(({ nic, each }) => probe(nic, each)));
  for (const result of probes) if (result.status === 'rejected') throw result.reason;
  await ip(commands(plan, present));
  for (const { nic, each } of fresh)
    announce(nic, each).catch((error) => log.warn('an address was not announced', { nic, reason: reason(error) }));
}

/** No address and no route but the settings' own: RFC 4861 6.2.7 leaves that to the host. Also no waiting for duplicate detection, for we have asked ourselves. */
async function closeToStrangers(nic: PlannedNic): Promise<void> {
  const ipv6 = nic.addresses.some((each) => each.address.family === 6);
  const conf = (family: 4 | 6, key: string, value: number): Promise<void> =>
    writeFile(`/proc/sys/net/ipv${family}/conf/${nic.name}/${key}`, String(value)).catch((cause: NodeJS.ErrnoException) => {
      // A kernel without IPv6 has no such keys, and nothing to close.
      if (cause.code === 'ENOENT' && family === 6 && !ipv6) return;
      throw fail('NetworkSetupFailed', `${key} of ${nic.name} cannot be set: ${cause.message}`, { cause });
    });
  await Promise.all([
    conf(6, 'accept_ra', 0),
    conf(6, 'autoconf', 0),
    conf(6, 'accept_redirects', 0),
    conf(6, 'accept_dad', 0),
    conf(4, 'accept_redirects', 0),
  ]);
  await conf(6, 'disable_ipv6', ipv6 ? 0 : 1);
}

type Present = { nic: string; address: IpAddress; length: number }[];

function presentAddresses(): Present {
  return Object.entries(networkInterfaces()).flatMap(([nic, list]) =>
    (list ?? []).flatMap((each) => {
      const address = IpAddress.tryParse(each.address.split('%')[0] ?? '');
      const length = Number(each.cidr?.split('/')[1]);
      const linkLocal = each.family === 'IPv6' && each.address.startsWith('fe80:');
      return address === undefined || each.internal || linkLocal ? [] : [{ nic, address, length }];
    }),
  );
}

function has(present: Present, nic: string, wanted: PlannedAddress): boolean {
  return present.some((each) => each.nic === nic && each.address.equals(wanted.address) && each.length === wanted.length);
}

function commands(plan: NetworkPlan, present: Present): string[] {
  const lines: string[] = [];
  for (const nic of plan.nics.filter((each) => !each.untouched)) {
    for (const old of present.filter((each) => each.nic === nic.name)) {
      if (!nic.addresses.some((each) => has([old], nic.name, each))) lines.push(`addr del ${old.address}/${old.length} dev ${nic.name}`);
    }
    for (const { address, length } of nic.addresses) {
      const broadcast = address.family === 4 && length < 31 ? ' brd +' : '';
      lines.push(`addr replace ${address}/${length} dev ${nic.name}${address.family === 6 ? ' nodad' : broadcast}`);
    }
  }
  for (const prefix of plan.delegated) lines.push(`route replace local ${prefix} dev lo`);
  for (const { destination, family, via, nic, onLink } of plan.routes) {
    lines.push(`-${family} route replace ${destination} via ${via} dev ${nic}${onLink ? ' onlink' : ''}`);
  }
  return lines;
}

async function ip(lines: readonly string[]): Promise<void> {
  // A batch takes no family flag: one batch a family.
  for (const flag of ['', '-4', '-6'] as const) {
    const batch = lines
      .filter((line) => (flag === '' ? !line.startsWith('-') : line.startsWith(`${flag} `)))
      .map((line) => (flag === '' ? line : line.slice(3)));
    if (batch.length === 0) continue;
    const { code, stderr } = await run(['ip', ...(flag === '' ? [] : [flag]), '-batch', '-'], {
      stdin: `${batch.join('\n')}\n`,
      timeoutMs: 20_000,
    });
    if (code !== 0)
      throw fail('NetworkSetupFailed', `the interfaces cannot be configured: ${stderr.trim()}`, { details: { commands: batch } });
  }
}
