import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { busConformance } from './conformance.test.suite.js';
import { agentDn, type BusTls, connectBus, directorDn, healthMonitorDn } from './index.js';
import { makeParties } from './parties.test.suite.js';

busConformance('nats-server', async () => {
  const parties = await makeParties();
  const dir = mkdtempSync('/tmp/c-exp/ns-');
  writeFileSync(join(dir, 'c.pem'), parties.server.certificate);
  writeFileSync(join(dir, 'k.pem'), parties.server.privateKey.reveal());
  writeFileSync(join(dir, 'ca.pem'), parties.server.ca);
  const perm = (id: string) => ({ publish: [`hm.agent.heartbeat.${id}`, `hm.agent.alert.${id}`, `hm.agent.shutdown.${id}`, `director.*.${id}.*`], subscribe: [`agent.${id}`] });
  const users = [
    { user: directorDn, permissions: { publish: ['agent.*', 'hm.director.alert'], subscribe: ['director.>'] } },
    { user: healthMonitorDn, permissions: { publish: [], subscribe: ['hm.agent.heartbeat.*', 'hm.agent.alert.*', 'hm.agent.shutdown.*', 'hm.director.alert'] } },
    { user: agentDn('one', 'permanent'), permissions: perm('one') }, { user: agentDn('one', 'bootstrap'), permissions: perm('one') }, { user: agentDn('two', 'permanent'), permissions: perm('two') },
  ];
  const port = 14299;
  writeFileSync(join(dir, 'nats.conf'), `net: "::1"\nport: ${port}\ntls { cert_file: "${dir}/c.pem", key_file: "${dir}/k.pem", ca_file: "${dir}/ca.pem", verify_and_map: true, timeout: 30 }\nauthorization { users: ${JSON.stringify(users)} }\n`);
  const server = spawn('/tmp/c-exp/nats/root/usr/sbin/nats-server', ['-c', join(dir, 'nats.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  server.stderr.on('data', (d) => { log += d; });
  while (!log.includes('Server is ready')) await once(server.stderr, 'data');
  const connect = (tls: BusTls, name: string) => connectBus({ servers: [`[::1]:${port}`], tls, name, failFast: true });
  return {
    director: () => connect(parties.director, 'director'), hm: () => connect(parties.hm, 'hm'),
    agent: async (id, kind) => connect(await parties.agent(id, kind), id),
    close: async () => { server.kill(); },
  };
});
