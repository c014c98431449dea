import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realWorld } from '@bosh6/base';
import { createCa } from '@bosh6/credentials';
import { parseJobSpec, parseYaml } from '@bosh6/formats';
import { writeArchive } from '@bosh6/formats/archives';
import { configurationHash, type RenderedJob, type Renderer } from '@bosh6/templates';
import { FileBlobstore } from '../blobs/file-blobstore.js';
import { UrlSigner } from '../blobs/signer.js';
import type { Collaborators } from '../core/collaborators.js';
import { parseConfig } from '../core/config.js';
import { CpiRegistry } from '../cpi/registry.js';
import { engineHandlers } from '../engine/handlers.js';
import type { TaskRow } from '../persistence/rows/index.js';
import { openSqliteStore } from '../persistence/sqlite-store.js';
import type { Store } from '../persistence/store.js';
import { deleteReleaseHandler } from '../releases/delete-release.js';
import { deleteStemcellHandler } from '../stemcells/delete-stemcell.js';
import { LeaseLocks } from '../tasks/lease-locks.js';
import { TaskOutputs } from '../tasks/task-outputs.js';
import { TaskQueue } from '../tasks/task-queue.js';
import { FakeBus } from './fake-bus.test.support.js';
import { FakeCpi } from './fake-cpi.test.support.js';

const jobMf = `name: nginx
templates: {nginx.conf.erb: config/nginx.conf, run: bin/run}
packages: [nginx]
properties: {nginx_conf: {default: plain}}
`;

export const cloudConfig = `azs: [{name: z1}, {name: z2}]
vm_types: [{name: small, cloud_properties: {cpu: 1}}]
disk_types: [{name: small, disk_size: 64}]
networks:
- name: default
  type: manual
  subnets: [{range: 10.0.9.0/24, gateway: 10.0.9.1, azs: [z1, z2], static: [10.0.9.160-10.0.9.170], cloud_properties: {name: VM Network}}]
- name: ipv6
  type: manual
  subnets: [{range: "2601:646:100:69f1::/64", gateway: "2601:646:100:69f1:20d:b9ff:fe48:9249", azs: [z1, z2], static: ["2601:646:100:69f1::160-2601:646:100:69f1::170"], cloud_properties: {name: IPv6}}]
compilation: {workers: 2, az: z1, network: default, vm_type: small, reuse_compilation_vms: true}
`;

export const manifest = `name: nginx
releases: [{name: nginx, version: latest}]
stemcells: [{alias: default, os: debian-bookworm, version: latest}]
update: {canaries: 1, max_in_flight: 1, canary_watch_time: 0-50, update_watch_time: 0-50}
instance_groups:
- name: nginx
  instances: 1
  azs: [z1]
  stemcell: default
  vm_type: small
  persistent_disk_type: small
  jobs: [{name: nginx, release: nginx, properties: {nginx_conf: one}}]
  networks:
  - {name: default, static_ips: [10.0.9.165]}
  - {name: ipv6, static_ips: ["2601:0646:0100:69f1:0000:0000:0000:0165"], default: [dns, gateway]}
`;

/** A group for the end of that manifest. */
export const errandGroup = `- name: smoke
  lifecycle: errand
  instances: 1
  azs: [z1]
  stemcell: default
  vm_type: small
  jobs: [{name: nginx, release: nginx, properties: {nginx_conf: smoke}}]
  networks: [{name: default}]
`;

let ca: ReturnType<typeof createCa> | undefined;

export interface HarnessOptions {
  /** An open one, which stays open; else one of its own. */
  store?: Store;
  /** Where the Director is. */
  endpoints?: readonly { family: 4 | 6; address: string }[];
  ignoreMissingGateway?: boolean;
}

/** A Director's insides on a fake infrastructure, with one release and one stemcell. */
export async function startHarness(options: HarnessOptions = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'bosh6-deploy-'));
  const world = realWorld();
  const store = options.store ?? (await openSqliteStore(join(dir, 'db')));
  const blobs = new FileBlobstore(join(dir, 'blobs'), world, new UrlSigner('key'), (family) => `https://family-${family}.test`);
  await blobs.prepare();
  const bus = new FakeBus();
  const cpi = new FakeCpi(bus, blobs);
  const others = new Map<string, FakeCpi>();
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const queue = new TaskQueue({ store, outputs: new TaskOutputs(join(dir, 'tasks')), world, log, workers: 4 });
  ca ??= createCa('default.nats-ca.bosh-internal');
  const { certificate, privateKey } = await ca;
  await writeFile(join(dir, 'ca.pem'), certificate);
  await writeFile(join(dir, 'ca.key'), privateKey.reveal());
  const config = parseConfig(
    JSON.stringify({
      name: 'test',
      stateDir: dir,
      endpoints: options.endpoints ?? [
        { family: 4, address: '10.0.9.151' },
        { family: 6, address: '2601:646:100:69f1::151' },
      ],
      ignoreMissingGateway: options.ignoreMissingGateway,
      tls: { certificate: 'ca.pem', privateKey: 'ca.key', ca: 'ca.pem' },
      database: { type: 'sqlite', path: 'db' },
      blobstore: { path: 'blobs' },
      bus: { embedded: { port: 4222 }, ca: { certificate: 'ca.pem', privateKey: 'ca.key' } },
      users: [],
      cpi: { type: 'local' },
      tokenKey: { privateKey: 'ca.key' },
    }),
    join(dir, 'director.json'),
  );
  const collaborators: Collaborators = {
    config,
    log,
    world,
    store,
    blobs,
    tasks: queue,
    locks: new LeaseLocks(store, world, log),
    bus,
    busAuthority: bus,
    cpis: new CpiRegistry({ store, fallback: cpi, make: ({ name }) => others.get(name) ?? cpi }),
    renderer: fakeRenderer,
    directorUuid: 'director',
  };
  queue.register(
    ...engineHandlers(collaborators, { agentWaitMs: 300, scanWaitMs: 1500 }),
    deleteReleaseHandler(collaborators),
    deleteStemcellHandler(collaborators),
  );
  await seed(dir, collaborators);
  await queue.start();
  const run = async (type: string, payload: { deployment?: string; [key: string]: unknown }): Promise<TaskRow> => {
    const of = payload.deployment === undefined ? {} : { deployment: payload.deployment };
    return queue.ended(await queue.enqueue({ type, description: type, user: 'admin', payload, ...of }));
  };
  return {
    collaborators,
    store,
    cpi,
    /** By the names of CPI config entries; others get `cpi`. */
    cpis: others,
    /** One of its own for entries of that name. */
    addCpi: (name: string): FakeCpi => {
      const made = new FakeCpi(bus, blobs, `${name}-`);
      others.set(name, made);
      return made;
    },
    bus,
    queue,
    /** What the configuration has VMs trust from now on. */
    trust: (digest: string | undefined): void =>
      void Object.assign(collaborators, { trustedCerts: digest === undefined ? undefined : { pem: `PEM ${digest}`, digest } }),
    run,
    deploy: (text: string, options: object = {}, deployment = 'nginx') =>
      run('update_deployment', { deployment, manifestText: text, ...options }),
    output: (task: TaskRow, kind: string): Promise<string> => readFile(join(dir, 'tasks', String(task.id), kind), 'utf8').catch(() => ''),
    stages: async (task: TaskRow): Promise<string[]> => {
      const text = await readFile(join(dir, 'tasks', String(task.id), 'event'), 'utf8');
      return [
        ...new Set(
          text
            .trim()
            .split('\n')
            .flatMap((line) => (JSON.parse(line) as { stage?: string }).stage ?? []),
        ),
      ];
    },
    setCloudConfig: (content: string) =>
      store.write((tx) => tx.configs.insert({ type: 'cloud', name: 'default', content, deleted: false, createdAt: 0 })),
    close: async () => {
      await queue.close();
      if (options.store === undefined) await store.close();
      await rm(dir, { recursive: true });
    },
  };
}

export type Harness = Awaited<ReturnType<typeof startHarness>>;

/** Renders without Ruby: a template's text followed by the job's properties; RAISE in the properties is an error. */
const fakeRenderer: Renderer = {
  warm: async () => {},
  pid: undefined,
  close: async () => {},
  render: async ({ jobs }) => {
    const rendered: RenderedJob[] = [];
    for (const { name, monit, templates, context } of jobs) {
      const properties = JSON.stringify(context.properties);
      if (properties.includes('RAISE'))
        return { ok: false, errors: [{ job: name, template: 'nginx.conf.erb', line: 1, message: 'raised' }] };
      const files = templates.map(({ source, destination, text }) => ({
        source,
        destination,
        content: Buffer.from(`${String(text)}${properties}`),
      }));
      rendered.push({ name, monit: Buffer.from(String(monit)), files, templateHash: 'hash' });
    }
    return { ok: true, jobs: rendered, configurationHash: configurationHash(rendered) };
  },
};

async function seed(dir: string, { store, blobs }: Collaborators): Promise<void> {
  const archive = join(dir, 'job.tgz');
  await writeArchive(archive, [
    { path: 'job.MF', text: jobMf },
    { path: 'monit', text: 'check process nginx' },
    { path: 'templates/nginx.conf.erb', text: 'conf' },
    { path: 'templates/run', text: 'run' },
  ]);
  const blob = await blobs.put(await readFile(archive));
  const source = await blobs.put(Buffer.from('source'));
  const spec = JSON.parse(JSON.stringify(parseJobSpec(parseYaml(jobMf, 'job.MF'))));
  await store.write(async (tx) => {
    const release = await tx.releases.insert({ name: 'nginx' });
    const of = { releaseId: release.id, version: '1', blobstoreId: source.id, sha1: source.sha1 };
    const pcre = await tx.releases.packages.insert({ ...of, name: 'pcre', fingerprint: 'fp-pcre', dependencies: [] });
    const nginx = await tx.releases.packages.insert({ ...of, name: 'nginx', fingerprint: 'fp-nginx', dependencies: ['pcre'] });
    const job = await tx.releases.jobs.insert({ ...of, name: 'nginx', fingerprint: 'fp-job', blobstoreId: blob.id, sha1: blob.sha1, spec });
    await tx.releases.versions.insert({
      releaseId: release.id,
      version: '1.22.1',
      commitHash: 'abc',
      uncommittedChanges: false,
      updateCompleted: true,
      packageIds: [pcre.id, nginx.id],
      jobIds: [job.id],
    });
    await tx.stemcells.insert({ name: 'lab', version: '1.0', os: 'debian-bookworm', cid: 'stemcell', sha1: 'x', cpi: '', apiVersion: 3 });
    await tx.configs.insert({ type: 'cloud', name: 'default', content: cloudConfig, deleted: false, createdAt: 0 });
  });
}
