import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fail } from '../errors.js';
import { learntMetric } from './marks.js';
import type { NetworkPlan, PlannedNic } from './plan.js';

type Setting = [family: 4 | 6, key: string, value: number];

/** What the settings want of a kernel that has no IPv6 fails here, with the reason. Throws Ipv6Unavailable. */
export async function requireIpv6(plan: NetworkPlan): Promise<void> {
  const nic = plan.nics.find((each) => each.ipv6);
  if (nic === undefined || (existsSync('/proc/sys/net/ipv6/conf') && existsSync('/proc/net/if_inet6'))) return;
  const booted = (await readFile('/proc/cmdline', 'utf8').catch(() => '')).split(/\s+/).includes('ipv6.disable=1');
  const why = booted ? 'it was booted with ipv6.disable=1' : 'either it was booted with ipv6.disable=1, or its ipv6 module is missing';
  throw fail('Ipv6Unavailable', `${nic.name} is to have IPv6, and this kernel has none: ${why}`, {
    details: { nic: nic.name, boot_parameter: 'ipv6.disable=1', booted_with_it: booted },
  });
}

/** No address and no route but the settings' own: RFC 4861 6.2.7 leaves that to the host. Nor does the kernel wait for its duplicate detection, for the agent has asked itself.
 * `kernelRa`: where a NIC opts in to router advertisements, the kernel is who acts on them. */
export async function closeToStrangers(plan: NetworkPlan, kernelRa: boolean): Promise<void> {
  // IPv4 redirects are taken when either `all` or the interface takes them.
  for (const set of ['all', 'default']) {
    await write(set, [4, 'accept_redirects', 0], false);
    await write(set, [6, 'accept_redirects', 0], false);
  }
  for (const key of ['accept_ra', 'autoconf']) await write('default', [6, key, 0], false);
  await Promise.all(plan.nics.map((nic) => close(nic, kernelRa)));
}

async function close(nic: PlannedNic, kernelRa: boolean): Promise<void> {
  const must: Setting[] = [[4, 'accept_redirects', 0]];
  const may: Setting[] = [];
  if (nic.untouched) {
    must.push([6, 'accept_redirects', 0]);
    // Who configures it may do so by advertisements, but not of a family that it is not to have.
    if (!nic.ipv6) must.push([6, 'accept_ra', 0], [6, 'autoconf', 0], [6, 'disable_ipv6', 1]);
  } else {
    const learns = nic.acceptRa && kernelRa;
    // An interface that was open asks the routers only when IPv6 starts on it.
    if (learns && (await read(nic.name, 'accept_ra')) !== '2') may.push([6, 'disable_ipv6', 1]);
    must.push(
      // 2: also when a workload has switched forwarding on.
      [6, 'accept_ra', learns ? 2 : 0],
      [6, 'autoconf', 0],
      [6, 'accept_redirects', 0],
      [6, 'router_solicitations', learns ? 3 : 0],
      [6, 'accept_dad', 0],
      [6, 'disable_ipv6', nic.ipv6 ? 0 : 1],
      [4, 'arp_ignore', 1],
      [4, 'arp_announce', 2],
    );
    may.push(
      [6, 'accept_ra_pinfo', 0],
      [6, 'accept_ra_rt_info_max_plen', 0],
      [6, 'accept_ra_defrtr', 1],
      [6, 'ra_defrtr_metric', learntMetric],
      [6, 'addr_gen_mode', 0],
      [6, 'ndisc_notify', 1],
      // RFC 6980
      [6, 'suppress_frag_ndisc', 1],
      [4, 'arp_notify', 1],
    );
  }
  for (const setting of may) await write(nic.name, setting, false);
  // A kernel without IPv6 has no such keys, and nothing to close.
  for (const setting of must) await write(nic.name, setting, setting[0] === 4 || nic.ipv6);
}

function path(nic: string, family: 4 | 6, key: string): string {
  return `/proc/sys/net/ipv${family}/conf/${nic}/${key}`;
}

function read(nic: string, key: string): Promise<string> {
  return readFile(path(nic, 6, key), 'utf8').then(
    (text) => text.trim(),
    () => '',
  );
}

/** Keys that this kernel lacks are passed over unless they must be there. */
async function write(nic: string, [family, key, value]: Setting, mustExist: boolean): Promise<void> {
  try {
    await writeFile(path(nic, family, key), String(value));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !mustExist) return;
    throw fail('NetworkSetupFailed', `${key} of ${nic} cannot be set: ${message}`, { cause });
  }
}
