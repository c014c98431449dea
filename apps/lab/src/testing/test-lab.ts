import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from '@bosh6/base';
import { cleanLab, type LabClient, type LabConfigInput, type LabHandle, startLab, waitFor } from '@bosh6/lab';

/** Stands in for the agent: configures what the settings say, and answers HTTP on port 80 with the visitor's address. */
const agent = `
const { readFileSync } = require('node:fs');
const { execFileSync } = require('node:child_process');
const settings = JSON.parse(readFileSync('/var/vcap/bosh/settings-source.json'));
console.log('agent ' + settings.agent_id);
const ip = (...argv) => execFileSync('ip', argv);
const ones = (number) => number.toString(2).replaceAll('0', '').length;
const bits = (mask) => (mask.includes(':') ? mask.split(':').map((group) => parseInt(group || '0', 16)) : mask.split('.').map(Number))
  .map(ones).reduce((a, b) => a + b);
const links = JSON.parse(ip('-j', 'link'));
for (const { mac, ip: address, prefix, netmask, gateway, default: defaults = [] } of Object.values(settings.networks)) {
  if (mac === undefined) continue;
  const { ifname } = links.find((link) => link.address === mac);
  ip('link', 'set', ifname, 'up');
  if (prefix !== undefined && prefix !== (address.includes(':') ? '128' : '32')) {
    ip(address.includes(':') ? '-6' : '-4', 'route', 'replace', 'local', address + '/' + prefix, 'dev', 'lo');
    if (defaults.includes('gateway')) ip('route', 'replace', 'default', 'via', gateway, 'dev', ifname, 'onlink', 'src', address);
    continue;
  }
  ip('addr', 'replace', address + '/' + bits(netmask), 'dev', ifname, ...(address.includes(':') ? ['nodad'] : []));
  if (defaults.includes('gateway')) ip('route', 'replace', 'default', 'via', gateway, 'dev', ifname, 'onlink');
}
require('node:http').createServer((request, response) => {
  request.resume().on('end', () => response.end(request.url === '/big' ? 'x'.repeat(1 << 20) : 'hello ' + request.socket.remoteAddress));
}).listen(80, '::');
`;

/** The daemon as built. */
export const daemon = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface TestPlace {
  stateDir: string;
  config: LabConfigInput;
  start(options?: { lifeline?: boolean }): Promise<LabHandle>;
  /** A light stemcell's image. */
  imagePath: string;
  remove(): Promise<void>;
}

/** A directory of its own for a lab with the walkthrough's networks. */
export async function testPlace(extra: Partial<LabConfigInput> = {}): Promise<TestPlace> {
  const root = await mkdtemp(path.join(tmpdir(), 'b6-'));
  const stateDir = path.join(root, 'lab');
  const bundle = path.join(root, 'agent.cjs');
  const imagePath = path.join(root, 'image');
  await writeFile(bundle, agent);
  await writeFile(imagePath, '{"format":"bosh6-lab-light"}');
  const config: LabConfigInput = {
    agent: { node: process.execPath, bundle },
    director: {
      nics: [
        { network: 'VM Network', addresses: ['10.0.9.151/24'], gateway: '10.0.9.1' },
        { network: 'IPv6', addresses: ['2601:646:100:69f1::151/64'], gateway: '2601:646:100:69f1:20d:b9ff:fe48:9249' },
      ],
    },
    ...extra,
  };
  return {
    stateDir,
    config,
    imagePath,
    start: (options) => startLab({ stateDir, config, daemon, ...options }),
    async remove() {
      await cleanLab({ stateDir, purge: true });
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** The post's two networks, for a VM whose addresses end in a number. */
export function postNetworks(number: number): Record<string, JsonObject> {
  const v4 = { type: 'manual', prefix: '32', netmask: '255.255.255.0', gateway: '10.0.9.1', cloud_properties: { name: 'VM Network' } };
  const v6 = {
    type: 'manual',
    prefix: '128',
    netmask: 'ffff:ffff:ffff:ffff:0000:0000:0000:0000',
    gateway: '2601:646:100:69f1:20d:b9ff:fe48:9249',
    default: ['dns', 'gateway'],
    cloud_properties: { name: 'IPv6' },
  };
  return { default: { ...v4, ip: `10.0.9.${number}` }, ipv6: { ...v6, ip: `2601:646:100:69f1::${number}` } };
}

export async function makeVm(lab: LabClient, stemcell: string, networks: Record<string, JsonObject>): Promise<string> {
  const { cid } = await lab.createVm({ stemcell, networks, settings: { agent_id: 'agent' }, cloudProperties: {} });
  return cid;
}

/** Runs a command in a place; its output, trimmed. Fails with what it wrote to stderr. */
export async function output(lab: LabClient, where: string, ...argv: string[]): Promise<string> {
  const { code, stdout, stderr } = await (await lab.exec(where, argv)).ended;
  if (code !== 0) throw new Error(`${argv.join(' ')} in ${where} ended with ${code}: ${stderr}`);
  return stdout.trim();
}

/** A page, asked for again until the server is there. */
export async function page(lab: LabClient, where: string, url: string): Promise<string> {
  let last: unknown;
  const found = await waitFor(15_000, () =>
    output(lab, where, 'curl', '-gsSf', '--connect-timeout', '2', url).catch((error: unknown) => {
      last = error;
      return undefined;
    }),
  );
  if (found === undefined) throw last;
  return found;
}
