import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { serverCommonName } from '@bosh6/bus';
import { issue, type PemPair } from '@bosh6/credentials';

interface Place {
  readonly folder: string;
  readonly port: number;
  readonly ca: PemPair;
}

/** A nats-server as `docs/guides/bus.md` has it configured; `config` is what the Director's configuration says of it. */
export async function startNatsServer(path: string, { folder, port, ca }: Place) {
  const at = (name: string): string => join(folder, name);
  const tls = await issue({ ca, commonName: serverCommonName, san: { ips: ['::1'] }, usage: 'server' });
  const files = {
    'nats-ca.pem': ca.certificate,
    'nats.pem': tls.certificate,
    'nats.key': tls.privateKey.reveal(),
    'users.json': '{}',
    'nats.conf': `listen: "[::1]:${port}"
pid_file: "${at('nats.pid')}"
ping_interval: "5s"
ping_max: 2
tls { ca_file: "${at('nats-ca.pem')}", cert_file: "${at('nats.pem')}", key_file: "${at('nats.key')}", verify_and_map: true, timeout: 30 }
include "users.json"
`,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(at(name), text, { mode: 0o600 });
  const child = spawn(path, ['-c', at('nats.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stderr })) if (line.includes('Server is ready')) break;
  child.stderr.resume();
  const reload = [path, '--signal', `reload=${at('nats.pid')}`];
  return {
    config: { servers: [`[::1]:${port}`], usersFile: at('users.json'), reload },
    end: async (): Promise<void> => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
