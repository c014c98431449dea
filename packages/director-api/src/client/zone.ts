import { networkInterfaces } from 'node:os';
import { fail } from './errors.js';
import type { Target } from './target.js';

/** Refuses an address whose zone names an interface that is not there: the system would send to the wrong one, or wait in silence. Errors: UnknownZone. */
export function checkZone({ host, origin }: Target, interfaces = networkInterfaces()): void {
  const zone = /%(.+)$/.exec(host)?.[1];
  if (zone === undefined || interfaces[zone] !== undefined) return;
  const known = Object.keys(interfaces);
  throw fail('UnknownZone', `this machine has no network interface '${zone}'`, {
    where: { object: origin },
    hint: known.length === 0 ? 'no interface of this machine is up' : `those that are up and have an address: ${known.join(', ')}`,
  });
}
