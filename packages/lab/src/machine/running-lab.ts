import { fail } from '../errors.js';
import type { LabHandle } from '../start.js';
import { type Finding, fine, wanting } from './finding.js';

/** What the lab set when it started, in its router and in the Director's place; a router that forwards hears advertisements with 2 only. */
const settings: readonly { place: string; name: string; good: readonly string[] }[] = [
  { place: 'router', name: 'net.ipv6.conf.all.forwarding', good: ['1'] },
  { place: 'router', name: 'net.ipv6.conf.default.accept_ra', good: ['0', '1'] },
  { place: 'router', name: 'net.ipv6.conf.default.accept_redirects', good: ['0'] },
  { place: 'director', name: 'net.ipv6.conf.default.accept_ra', good: ['0'] },
];

/** Whether a lab that runs still forwards IPv6, and believes no router but its own. */
export async function runningLabFindings(lab: Pick<LabHandle, 'exec' | 'status'>): Promise<Finding[]> {
  const wrong: Finding[] = [];
  for (const { place, name, good } of settings) {
    const { ended } = await lab.exec(place, ['cat', `/proc/sys/${name.replaceAll('.', '/')}`]);
    const found = (await ended).stdout.trim();
    if (good.includes(found)) continue;
    const hint = `set it back: \`bosh6 lab exec ${place} -- sysctl -w ${name}=${good[0]}\``;
    wrong.push(
      wanting('lab', fail('LabSettingChanged', `the lab's ${name} is ${found}, not ${good[0]}`, { hint, where: { object: place } })),
    );
  }
  if (wrong.length > 0) return wrong;
  const { vms, networks } = await lab.status();
  return [fine('lab', `runs, with ${vms.length} VMs on ${networks.length} networks; IPv6 is forwarded, no router is believed`)];
}
