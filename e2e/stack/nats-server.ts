import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret } from '@bosh6/base';
import { issue } from '@bosh6/credentials';
import { z } from 'zod';
import { eventually } from './eventually.js';
import { root } from './paths.js';
import type { Stack } from './stack.js';

/** As Debian's package has it. */
export const natsServer = '/usr/sbin/nats-server';
export const hasNatsServer = existsSync(natsServer);

const directorConfig = z.looseObject({
  endpoints: z.array(z.looseObject({ address: z.string() })),
  bus: z.looseObject({ ca: z.object({ certificate: z.string(), privateKey: z.string() }) }),
});

/**
 * Puts nats-server, configured as docs/guides/bus.md says, where the stack's Director has its broker, and starts the Director anew with it. Both end with the lab.
 * `file` is the Director's configuration.
 */
export async function useNatsServer({ home, lab }: Stack, file = join(home, 'director.json')): Promise<void> {
  const folder = join(home, 'nats');
  const at = (name: string): string => join(folder, name);
  mkdirSync(folder);
  await lab.stopService('director');
  const config = directorConfig.parse(JSON.parse(readFileSync(file, 'utf8')));
  const ca = {
    certificate: readFileSync(config.bus.ca.certificate, 'utf8'),
    privateKey: new Secret(readFileSync(config.bus.ca.privateKey, 'utf8')),
  };
  const servers = config.endpoints.map(({ address }) => address);
  const tls = await issue({ ca, commonName: 'default.nats.bosh-internal', san: { ips: servers }, usage: 'server' });
  const files = {
    'ca.pem': ca.certificate,
    'nats.pem': tls.certificate,
    'nats.key': tls.privateKey.reveal(),
    'users.json': '{}',
    'nats.conf': confOfGuide(),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text, { mode: 0o600 });
  const reload = [natsServer, '--signal', `reload=${at('nats.pid')}`];
  const external = { natsServer: { servers, usersFile: at('users.json'), reload }, ca: config.bus.ca };
  writeFileSync(file, JSON.stringify({ ...config, bus: external }));
  await startNatsServer(lab, folder);
  const argv = [process.execPath, join(root, 'apps/director/dist/main.js'), file];
  await lab.startService({ name: 'director', where: 'director', argv, cwd: join(home, 'director'), logFile: at('director.log') });
}

/** SIGKILL, and what supervises it starts it again. */
export async function killNatsServer({ home, lab }: Stack): Promise<void> {
  const folder = join(home, 'nats');
  const find = async () => (await lab.status()).services.find(({ name }) => name === 'nats');
  const { pid } = (await find()) ?? {};
  const child = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  rmSync(join(folder, 'nats.pid'));
  process.kill(Number(child), 'SIGKILL');
  await eventually(find, (service) => service?.state === 'exited');
  await startNatsServer(lab, folder);
}

async function startNatsServer(lab: Stack['lab'], folder: string): Promise<void> {
  // a service of the lab says in JSON that it is ready
  const script = `${natsServer} -c nats.conf & trap "kill $!" TERM; until [ -s nats.pid ]; do sleep 0.1; done; echo '{"ready":true}'; wait`;
  await lab.startService({ name: 'nats', where: 'director', argv: ['/bin/sh', '-c', script], cwd: folder, logFile: join(folder, 'log') });
}

function confOfGuide(): string {
  const guide = readFileSync(join(root, 'docs/guides/bus.md'), 'utf8');
  return /```\n(listen: [^`]*)```/.exec(guide)?.[1] ?? '';
}
