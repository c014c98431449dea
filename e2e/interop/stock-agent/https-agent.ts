import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCa, issue } from '@bosh6/credentials';

/** A stock agent that listens itself, as in a VM that create-env made (agent reference 3.9 and 10). */
export interface HttpsAgent {
  /** With user and password. */
  readonly endpoint: string;
  readonly ca: string;
  /** A file of its jobs' logs. */
  writeLog(path: string, text: string): void;
  /** What it wrote about itself. */
  said(): string;
  stop(): Promise<void>;
}

/** `directory`: of the stock agent. On 127.0.0.1, with a platform that changes nothing of the machine; its address is that of `ip`. */
export async function startHttpsAgent(directory: string, ip: string): Promise<HttpsAgent> {
  const base = mkdtempSync(join(tmpdir(), 'bosh6-agent-'));
  const ca = await createCa('agent');
  const pair = await issue({ ca, commonName: 'agent', usage: 'server', san: { dns: [], ips: ['127.0.0.1'] } });
  const endpoint = `https://mbus:pass%20word@127.0.0.1:${await freePort()}`;
  const cert = { ca: ca.certificate, certificate: pair.certificate, private_key: pair.privateKey.reveal() };
  const settings = {
    agent_id: 'a1',
    vm: { name: 'vm-a1' },
    mbus: endpoint,
    ntp: [],
    disks: { persistent: {} },
    blobstore: { provider: 'local', options: { blobstore_path: join(base, 'blobs') } },
    networks: { default: { type: 'manual', ip, netmask: '255.0.0.0', default: ['gateway'], preconfigured: true } },
    env: { bosh: { mbus: { cert } } },
  };
  const file = (name: string, content: object): string => {
    writeFileSync(join(base, name), JSON.stringify(content));
    return join(base, name);
  };
  const source = { Type: 'File', SettingsPath: file('settings.json', settings) };
  const config = file('agent.json', { Infrastructure: { Settings: { Sources: [source] } } });
  const root = join(base, 'vcap');
  for (const made of [join(root, 'bosh'), join(base, 'tmp')]) mkdirSync(made, { recursive: true });
  const env = { PATH: process.env.PATH, TMPDIR: join(base, 'tmp') };
  const agent = spawn(join(directory, 'bosh-agent'), ['-b', root, '-P', 'dummy', '-M', 'dummy', '-C', config], { env });
  const said: string[] = [];
  for (const stream of [agent.stdout, agent.stderr]) stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const ended = once(agent, 'close');
  return {
    endpoint,
    ca: ca.certificate,
    writeLog(path, text) {
      const log = join(root, 'sys/log', path);
      mkdirSync(join(log, '..'), { recursive: true });
      writeFileSync(log, text);
    },
    said: () => said.join(''),
    async stop() {
      agent.kill('SIGKILL');
      await ended;
      rmSync(base, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
