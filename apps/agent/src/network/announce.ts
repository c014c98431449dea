import { type Log, reason } from '../log.js';
import { ip } from './ip-batch.js';
import type { PlannedNic } from './plan.js';

/** Milliseconds after the first time; a switch may still learn the port. */
const again = [1000, 5000];

/** Tells every neighbour where the addresses of these NICs are now: setting a NIC's MAC, to what it is, makes the kernel send gratuitous ARP (RFC 5227 3) and unsolicited neighbour advertisements
 * to all nodes (RFC 4861 7.2.6), where arp_notify and ndisc_notify are set. The kernel then forgets its own neighbours, pinned ones too: `pins`
 * follow in the same breath, before anybody else can answer for them, and `after` is called each time. Resolves after the first time. */
export async function announce(
  nics: readonly Pick<PlannedNic, 'name' | 'mac'>[],
  log: Log,
  pins: () => string[],
  after: () => void,
): Promise<void> {
  if (nics.length === 0) return after();
  const tell = async (): Promise<void> => {
    try {
      await ip({ 4: [], 6: [...nics.map(({ name, mac }) => `link set dev ${name} address ${mac}`), ...pins()] });
    } catch (error) {
      log.warn('addresses were not announced', { nics: nics.map(({ name }) => name), reason: reason(error) });
    }
    after();
  };
  for (const delay of again) setTimeout(() => void tell(), delay).unref();
  await tell();
}
