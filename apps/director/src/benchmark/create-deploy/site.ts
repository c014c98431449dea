import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realWorld } from '@bosh6/base';
import { createCa, generateRsaKeyPair, issue } from '@bosh6/credentials';
import { parseJobSpec, parseYaml } from '@bosh6/formats';
import { writeArchive } from '@bosh6/formats/archives';
import { FileBlobstore } from '../../blobs/file-blobstore.js';
import { UrlSigner } from '../../blobs/signer.js';
import { openSqliteStore } from '../../persistence/sqlite-store.js';
import { startNatsServer } from './nats-server.js';

const groups = 10;
const jobMf = 'name: app\ntemplates: {app.conf.erb: config/app.conf}\npackages: []\nproperties: {port: {default: 80}}\n';
const cloud = `azs: [{name: z1}, {name: z2}, {name: z3}]
vm_types: [{name: small, cloud_properties: {cpu: 1}}]
networks:
- name: net
  subnets:
${['z1', 'z2', 'z3']
  .flatMap((az, at) => [
    `  - {range: 10.${at}.0.0/16, gateway: 10.${at}.0.1, azs: [${az}]}\n`,
    `  - {range: "fd00:${at + 1}::/64", gateway: "fd00:${at + 1}::1", azs: [${az}]}\n`,
  ])
  .join('')}compilation: {workers: 1, network: net, az: z1, vm_type: small}
`;

export interface BenchSite {
  readonly directory: string;
  /** The configuration of its Director. */
  readonly configFile: string;
  readonly ca: string;
  readonly user: { readonly username: string; readonly password: string };
  remove(): Promise<void>;
}

/** A Director's files, keys and database, with one release without packages, one stemcell, and networks of both families. Its bus is its own, or that nats-server. */
export async function makeSite(natsServer: string | undefined): Promise<BenchSite> {
  const directory = await mkdtemp(join(tmpdir(), 'bosh6-deploy-'));
  const at = (name: string): string => join(directory, name);
  const [ca, busCa, token] = await Promise.all([createCa('bench CA'), createCa('default.nats-ca.bosh-internal'), generateRsaKeyPair()]);
  const tls = await issue({ ca, commonName: 'director', san: { ips: ['::1'] }, usage: 'server' });
  const port = await freePort();
  await seed(directory);
  const server = natsServer === undefined ? undefined : await startNatsServer(natsServer, { folder: directory, port, ca: busCa });
  const files = {
    'ca.pem': ca.certificate,
    'tls.pem': tls.certificate,
    'tls.key': tls.privateKey.reveal(),
    'bus.pem': busCa.certificate,
    'bus.key': busCa.privateKey.reveal(),
    'token.key': token.privateKey.reveal(),
    password: 'let me in',
    'director.json': JSON.stringify({
      name: 'bench',
      stateDir: 'state',
      port: 0,
      listen: ['::1'],
      endpoints: [{ family: 6, address: '::1' }],
      tls: { certificate: 'tls.pem', privateKey: 'tls.key', ca: 'ca.pem' },
      database: { type: 'sqlite', path: 'db' },
      blobstore: { path: 'blobs' },
      bus: {
        ...(server === undefined ? { embedded: { port } } : { natsServer: server.config }),
        ca: { certificate: 'bus.pem', privateKey: 'bus.key' },
      },
      users: [{ name: 'admin', passwordFile: 'password' }],
      cpi: { type: 'local' },
      tokenKey: { privateKey: 'token.key' },
      logFile: 'log',
      // Our agents do not beat, and what hearing beats costs is heartbeats.core.
      healthMonitor: { enabled: false },
    }),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(at(name), text, { mode: 0o600 });
  const remove = async (): Promise<void> => {
    await server?.end();
    await rm(directory, { recursive: true });
  };
  return { directory, configFile: at('director.json'), ca: ca.certificate, user: { username: 'admin', password: files.password }, remove };
}

/** Ten groups, one after the other, over three AZs; each instance has one job and an address of both families. */
export function manifestOf(name: string, instances: number): string {
  const group = (at: number): string =>
    `- {name: group-${at}, instances: ${instances / groups}, azs: [z1, z2, z3], stemcell: default, vm_type: small, jobs: [{name: app, release: r}], networks: [{name: net}]}\n`;
  return `name: ${name}
releases: [{name: r, version: 1}]
stemcells: [{alias: default, os: o, version: 1}]
update: {canaries: 1, max_in_flight: 32, canary_watch_time: 0-60000, update_watch_time: 0-60000}
instance_groups:
${Array.from({ length: groups }, (_, at) => group(at)).join('')}`;
}

async function seed(directory: string): Promise<void> {
  const archive = join(directory, 'job.tgz');
  await writeArchive(archive, [
    { path: 'job.MF', text: jobMf },
    { path: 'monit', text: 'check process app with pidfile /var/vcap/sys/run/app.pid\n' },
    { path: 'templates/app.conf.erb', text: "listen [::]:<%= p('port') %>\n" },
  ]);
  const blobs = new FileBlobstore(join(directory, 'blobs'), realWorld(), new UrlSigner('key'), () => 'https://[::1]');
  await blobs.prepare();
  const { id: blobstoreId, sha1 } = await blobs.put(await readFile(archive));
  const spec = JSON.parse(JSON.stringify(parseJobSpec(parseYaml(jobMf, 'job.MF'))));
  const store = await openSqliteStore(join(directory, 'db'));
  await store.write(async (tx) => {
    const { id: releaseId } = await tx.releases.insert({ name: 'r' });
    const of = { releaseId, version: '1', name: 'app', fingerprint: 'f', blobstoreId, sha1, spec };
    const job = await tx.releases.jobs.insert(of);
    const made = { commitHash: 'c', uncommittedChanges: false, updateCompleted: true, packageIds: [], jobIds: [job.id] };
    await tx.releases.versions.insert({ releaseId, version: '1', ...made });
    await tx.stemcells.insert({ name: 's', version: '1', os: 'o', cid: 'stemcell', sha1: 'x', cpi: '', apiVersion: 3 });
    await tx.configs.insert({ type: 'cloud', name: 'default', content: cloud, deleted: false, createdAt: 0 });
  });
  await store.close();
}

/** One that the bus can have: agents are told of it before it is there. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '::1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
