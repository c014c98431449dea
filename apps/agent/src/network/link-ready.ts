import { readFile } from 'node:fs/promises';
import { fail } from '../errors.js';
import { untilKernel } from './kernel-events.js';
import type { PlannedNic } from './plan.js';

const patienceMs = 30_000;
const tentative = 0x40;

/** Waits until the NIC has a carrier and, for IPv6, a link-local address that can be a source: who asks before gets no answer, and would take it for silence.
 * Throws NoCarrier, ProbeFailed. */
export async function linkReady({ name, ipv6 }: Pick<PlannedNic, 'name' | 'ipv6'>, patience = patienceMs): Promise<void> {
  if (await untilKernel(async () => (await hasCarrier(name)) && (!ipv6 || (await hasLinkLocal(name))), patience)) return;
  const details = { nic: name };
  if (!(await hasCarrier(name))) throw fail('NoCarrier', `${name} has no link after ${patience / 1000} s`, { details });
  throw fail('ProbeFailed', `${name} has no link-local address to ask from after ${patience / 1000} s`, { details });
}

async function hasCarrier(nic: string): Promise<boolean> {
  return (await readFile(`/sys/class/net/${nic}/carrier`, 'latin1').catch(() => '')).trim() === '1';
}

async function hasLinkLocal(name: string): Promise<boolean> {
  const lines = (await readFile('/proc/net/if_inet6', 'latin1')).trim().split('\n');
  return lines
    .map((line) => line.split(/ +/))
    .some(([address, , , , flags, nic]) => {
      return nic === name && address?.startsWith('fe80') && (Number.parseInt(flags ?? '', 16) & tentative) === 0;
    });
}
