// What benchmark ipam.allocate.batch measures, for the suite outside: prints { value, peerValue } in milliseconds, medians of turns on one SQLite file.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realWorld } from '@bosh6/base';
import { type CloudConfig, parseCloudConfig, parseManifest, parseYaml } from '@bosh6/formats';
import { IpAddress } from '@bosh6/ip';
import { type Desired, place } from '@bosh6/plan';
import { storePlacement } from '../deploy/store-placement.js';
import type { Scope } from '../engine/scope.js';
import type { NewReservation } from '../persistence/repositories/reservation-repository.js';
import type { DeploymentRow } from '../persistence/rows/index.js';
import { openSqliteStore } from '../persistence/sqlite-store.js';
import type { Store } from '../persistence/store.js';

const inUse = 100_000;
const batch = 1000;
const turns = { warmUp: 2, counted: 7 };

const cloud = `azs: [{name: z1}]
vm_types: [{name: small}]
networks:
- {name: ipv6, subnets: [{range: "2601:646:100:69f1::/64", gateway: "2601:646:100:69f1:20d:b9ff:fe48:9249", azs: [z1]}]}
compilation: {workers: 1, network: ipv6, az: z1, vm_type: small}
`;
const manifest = `name: d
releases: []
stemcells: [{alias: default, os: o, version: 1}]
update: {canaries: 1, max_in_flight: 1, canary_watch_time: 1, update_watch_time: 1}
instance_groups: [{name: g, instances: ${batch}, azs: [z1], stemcell: default, vm_type: small, jobs: [], networks: [{name: ipv6}]}]
`;

const directory = await mkdtemp(join(tmpdir(), 'bosh6-batch-'));
try {
  const store = await openSqliteStore(join(directory, 'db'));
  const values: number[] = [];
  const peerValues: number[] = [];
  const deployment = await prepare(store);
  for (let turn = -turns.warmUp; turn < turns.counted; turn++) {
    const ours = await timed(() => deploy(store, deployment));
    const rows = await store.read.reservations.all({ network: 'ipv6' });
    await forget(store, deployment);
    const peer = await timed(() => insert(store, rows));
    await forget(store, deployment);
    if (rows.length !== batch) throw new Error(`${rows.length} addresses were given out, not ${batch}`);
    if (turn < 0) continue;
    values.push(ours);
    peerValues.push(peer);
  }
  await store.close();
  process.stdout.write(`${JSON.stringify({ value: median(values), peerValue: median(peerValues) })}\n`);
} finally {
  await rm(directory, { recursive: true });
}

/** Every second address of the range from its beginning on is in use. */
async function prepare(store: Store): Promise<DeploymentRow> {
  for (let done = 0; done < inUse; done += 5000) {
    await store.write(async (tx) => {
      for (let at = done; at < done + 5000; at++) await tx.reservations.insertUnlessOverlap(row(at));
    });
  }
  const empty = { manifestText: null, cloudConfigIds: [], runtimeConfigIds: [], releaseVersionIds: [], stemcellIds: [] };
  return store.write((tx) => tx.deployments.insert({ name: 'd', ...empty }));
}

function row(at: number): NewReservation {
  const bytes = IpAddress.fromWords(6, [0x2601_0646, 0x0100_69f1, 0, 1 + 2 * at]).toBytes16();
  return {
    family: 6,
    first: Buffer.from(bytes),
    last: Buffer.from(bytes),
    prefix: 128,
    network: 'others',
    instanceId: null,
    vmId: null,
    taskId: null,
    owner: 'others',
    kind: 'dynamic',
    nicGroup: null,
  };
}

/** What a deploy does for its addresses: reads what is in use, places, stores. */
async function deploy(store: Store, deployment: DeploymentRow): Promise<void> {
  const used = await store.snapshot((tx) => tx.reservations.usedPacked());
  const placement = place({ directorName: 'd', deployment: 'd', instances: [], used, compiledPackages: [] }, desired());
  const scope = { collaborators: { store }, task: { taskId: 1 } } as unknown as Scope;
  await storePlacement(scope, deployment, placement, async () => undefined);
}

function desired(): Desired {
  const world = realWorld();
  const cloudConfig: CloudConfig = parseCloudConfig([parseYaml(cloud, 'cloud')]);
  return {
    manifest: parseManifest(parseYaml(manifest, 'manifest')),
    cloudConfig,
    releases: [],
    stemcells: [{ alias: 'default', name: 's', os: 'o', version: '1', cid: 'c', apiVersion: 3, cpi: '' }],
    neverAllocate: [],
    endpoints: [],
    newIds: Array.from({ length: batch }, () => world.uuid()),
  };
}

/** The same rows alone, in one transaction. */
async function insert(store: Store, rows: readonly NewReservation[]): Promise<void> {
  await store.write(async (tx) => {
    for (const { family, first, last, prefix, network, vmId, taskId, owner, kind, nicGroup } of rows)
      await tx.reservations.insert({ family, first, last, prefix, network, instanceId: null, vmId, taskId, owner, kind, nicGroup });
  });
}

async function forget(store: Store, deployment: DeploymentRow): Promise<void> {
  await store.write(async (tx) => {
    await tx.reservations.delete({ network: 'ipv6' });
    await tx.instances.delete({ deploymentId: deployment.id });
  });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[list.length >>> 1] ?? Number.NaN;
}
