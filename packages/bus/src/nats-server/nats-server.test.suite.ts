import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Parties } from '../parties.test.suite.js';

export const natsServerPath = ['/usr/sbin/nats-server', '/usr/bin/nats-server', '/usr/local/bin/nats-server'].find((path) =>
  existsSync(path),
);

/** A nats-server as `docs/guides/bus.md` has it configured, on a port of its own. */
export interface NatsServer {
  readonly port: number;
  readonly usersFile: string;
  reload(): Promise<void>;
  close(): Promise<void>;
}

export async function startNatsServer({ server: { ca, certificate, privateKey } }: Parties, host: string): Promise<NatsServer> {
  const folder = await mkdtemp(join(tmpdir(), 'nats-server-'));
  const at = (name: string): string => join(folder, name);
  const text = `listen: "${host.includes(':') ? `[${host}]` : host}:-1"
tls { ca_file: "${at('ca.pem')}", cert_file: "${at('tls.pem')}", key_file: "${at('tls.key')}", verify_and_map: true, timeout: 30 }
include "users.json"
`;
  await Promise.all([
    writeFile(at('ca.pem'), ca),
    writeFile(at('tls.pem'), certificate),
    writeFile(at('tls.key'), privateKey.reveal()),
    writeFile(at('users.json'), '{}'),
    writeFile(at('nats.conf'), text),
  ]);
  const child = spawn(natsServerPath ?? 'nats-server', ['-c', at('nats.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'exit');
  let port = 0;
  for await (const line of createInterface({ input: child.stderr })) {
    port ||= Number(/Listening for client connections on .*:(\d+)$/.exec(line)?.[1] ?? 0);
    if (line.includes('Server is ready')) break;
  }
  child.stderr.resume();
  return {
    port,
    usersFile: at('users.json'),
    reload: async () => void child.kill('SIGHUP'),
    close: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}
