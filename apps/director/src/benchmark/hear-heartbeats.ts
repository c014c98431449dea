// What benchmark heartbeats.core measures, for the suite outside: prints { value }, how much of a core a Director spends on 1,000 agents that beat every 5 s.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { realWorld } from '@bosh6/base';
import { agentDn, connectBus, directorDn, serverCommonName } from '@bosh6/bus';
import { startBroker } from '@bosh6/bus/broker';
import { createCa, issue } from '@bosh6/credentials';
import type { Collaborators } from '../core/collaborators.js';
import { parseConfig } from '../core/config.js';
import { HealthMonitor } from '../health/monitor.js';
import { openSqliteStore } from '../persistence/sqlite-store.js';
import type { Store } from '../persistence/store.js';
import type { Senders } from './send-heartbeats.js';

const count = 1000;
/** Twelve beats of each agent, and one look at the whole database. */
const measuredMs = 60_000;

const world = realWorld();
const directory = await mkdtemp(join(tmpdir(), 'bosh6-heartbeats-'));
const agentIds = Array.from({ length: count }, () => world.uuid());
const ca = await createCa('default.nats-ca.bosh-internal');
const client = async (dn: string) => ({ ca: ca.certificate, ...(await issue({ ca, dn, usage: 'client', world })) });
const server = await issue({ ca, commonName: serverCommonName, san: { dns: [serverCommonName], ips: ['::1'] }, usage: 'server', world });
const store = await openSqliteStore(join(directory, 'db'));
const broker = await startBroker({ listen: [{ host: '::1', port: 0 }], tls: { ca: ca.certificate, ...server }, world });
const servers = [`nats://[::1]:${broker.endpoints[0]?.port}`];
const bus = await connectBus({ servers, tls: await client(directorDn), name: 'director', failFast: true });
await prepare(store);
const complaints: string[] = [];
const log: Collaborators['log'] = { debug: () => {}, info: () => {}, warn: (_, text) => complaints.push(text), error: () => {} };
const unused = new Proxy({}, { get: (_, name) => complaints.push(`${String(name)} was used`) }) as never;
const needs = { config: configuration(), log, world, store, tasks: unused, bus, busAuthority: broker, cpis: unused, directorUuid: 'd' };
const monitor = new HealthMonitor(needs, broker, ({ title }) => void complaints.push(title));

const agents = await Promise.all(
  agentIds.map(async (agentId) => {
    await broker.authorize(agentId);
    const { certificate, privateKey } = await issue({ ca, dn: agentDn(agentId, 'permanent'), usage: 'client', world });
    return { agentId, certificate, privateKey: privateKey.reveal() };
  }),
);
const senders: Senders = { servers, ca: ca.certificate, agents };
const child = fork(new URL('send-heartbeats.js', import.meta.url));
try {
  child.send(senders);
  await once(child, 'message');
  await pause(10_000);
  const before = process.cpuUsage();
  const started = performance.now();
  await pause(measuredMs);
  const { user, system } = process.cpuUsage(before);
  const value = (user + system) / 1000 / (performance.now() - started);
  const { total_available_agents: total, unresponsive_agents: lost, unknown_instances: unknown } = (await monitor.counts()).get('d') ?? {};
  if (total !== count || lost !== 0 || unknown !== 0) complaints.push(`of ${total} agents ${lost} are lost and ${unknown} not known`);
  if (complaints.length > 0) throw new Error(complaints.join('; '));
  process.stdout.write(`${JSON.stringify({ value })}\n`);
} finally {
  child.kill();
  await monitor.close();
  await bus.close();
  await broker.close();
  await store.close();
  await rm(directory, { recursive: true });
}

/** One deployment of so many instances, each with what a small job leaves in its row. */
async function prepare(at: Store): Promise<void> {
  const none = { cloudConfigIds: [], runtimeConfigIds: [], releaseVersionIds: [], stemcellIds: [] };
  const spec = {
    packages: Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`package-${n}`, { version: '1', sha1: 'a'.repeat(40) }])),
  };
  await at.write(async (tx) => {
    const { id: deploymentId } = await tx.deployments.insert({ name: 'd', manifestText: 'name: d', ...none });
    for (const [index, agentId] of agentIds.entries()) {
      const place = { deploymentId, group: 'g', index, az: null, bootstrap: index === 0, uuid: world.uuid() };
      const { id: instanceId } = await tx.instances.insert({ ...place, state: 'started', updateCompleted: true, ignore: false, spec });
      const vm = { instanceId, agentId, cid: `vm-${index}`, active: true, cpi: '', createdAt: 0, permanentCredentials: true };
      const empty = { env: {}, cloudProperties: {}, networks: {}, askedNetworks: null, trustedCerts: null };
      await tx.vms.insert({ ...vm, ...empty, stemcellName: 's', stemcellVersion: '1', stemcellApiVersion: 3 });
    }
  });
}

/** Of its parts the monitor reads its own. */
function configuration(): Collaborators['config'] {
  const tls = { certificate: 'c', privateKey: 'k', ca: 'c' };
  const rest = {
    database: { type: 'sqlite', path: 'db' },
    blobstore: { path: 'b' },
    bus: { embedded: { port: 0 }, ca: tls },
    cpi: { type: 'local' },
  };
  return parseConfig(JSON.stringify({ name: 'd', stateDir: 's', tls, ...rest }), 'director.json');
}
