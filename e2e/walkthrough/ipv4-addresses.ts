import type { LabClient } from '@bosh6/lab';
import { run } from '../stack/run.js';

/** Every IPv4 address of the lab's places and VMs but loopback's, and every IPv4 route: `PLACE: WHAT`. */
export async function ipv4Addresses(lab: LabClient): Promise<string[]> {
  const { places, vms } = await lab.status();
  const all = [...places.map(({ name }) => name), ...vms.map(({ cid }) => cid)];
  const found = all.map(async (place) => {
    const enter = await lab.enterArgv(place);
    const [addresses, routes] = await Promise.all(
      [['-o', 'addr'], ['route']].map(async (words) => (await run([...enter, 'ip', '-4', ...words])).stdout.trim()),
    );
    const lines = [...(addresses ?? '').split('\n').filter((line) => !/ lo +inet 127\./.test(line)), ...(routes ?? '').split('\n')];
    return lines.filter((line) => line !== '').map((line) => `${place}: ${line}`);
  });
  return (await Promise.all(found)).flat();
}
