import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { PlannedNic } from './plan.js';

const patienceMs = 5000;
const tentative = 0x40;

/** Waits until the NIC has a carrier and, for IPv6, a link-local address that can be a source: who asks before gets no answer, and would take it for silence. Gives up after 5 s: an address without a link
 * disturbs nobody. */
export async function linkReady(nic: Pick<PlannedNic, 'name' | 'ipv6'>): Promise<void> {
  const start = performance.now();
  while (!(await isReady(nic)) && performance.now() - start < patienceMs) await setTimeout(5);
}

async function isReady({ name, ipv6 }: Pick<PlannedNic, 'name' | 'ipv6'>): Promise<boolean> {
  const carrier = await readFile(`/sys/class/net/${name}/carrier`, 'latin1').catch(() => '');
  if (carrier.trim() !== '1') return false;
  if (!ipv6) return true;
  const lines = (await readFile('/proc/net/if_inet6', 'latin1')).trim().split('\n');
  return lines
    .map((line) => line.split(/ +/))
    .some(([address, , , , flags, nic]) => {
      return nic === name && address?.startsWith('fe80') && (Number.parseInt(flags ?? '', 16) & tentative) === 0;
    });
}
