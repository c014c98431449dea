// Makes VMs on a simulated vCenter when its parent says so, and tells what each cost this process: CPU, and bytes that came from vCenter.
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { type Address, newCall, openCpi, plainVm } from './vsphere-load.js';

export interface Cost {
  cpuMs: number;
  bytes: number;
}

const [, , image = '', address = '{}'] = process.argv;
// not on the datastore of the VMs that the inventory was begun with: they fill it
const cpi = openCpi(JSON.parse(address) as Address, 'LocalDS_1');
const sockets = new Set<Socket>();
subscribe('http.client.response.finish', (message) => void sockets.add((message as { response: IncomingMessage }).response.socket));
const stemcell = await cpi.createStemcell(image, {}, undefined, newCall());
let number = 0;

/** Made in turn, then removed outside of what is measured. */
async function makeVms(count: number): Promise<Cost> {
  const bytesBefore = received();
  const before = process.cpuUsage();
  const cids = [];
  for (let made = 0; made < count; made++) cids.push((await cpi.createVm(plainVm(stemcell, ++number), newCall())).cid);
  const { user, system } = process.cpuUsage(before);
  const bytes = received() - bytesBefore;
  for (const cid of cids) await cpi.deleteVm(cid, newCall());
  return { cpuMs: (user + system) / 1000 / count, bytes: bytes / count };
}

function received(): number {
  return [...sockets].reduce((sum, { bytesRead }) => sum + bytesRead, 0);
}

process.on('message', (count: number) => void makeVms(count).then((cost) => process.send?.(cost)));
process.once('disconnect', () => void cpi.close());
process.send?.('ready');
