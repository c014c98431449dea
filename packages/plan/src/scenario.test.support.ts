import { type CloudConfig, parseCloudConfig, parseManifest, parseYaml } from '@bosh6/formats';
import { IntervalSet, IpAddress, IpPrefix } from '@bosh6/ip';
import type { Desired, DesiredPackage } from './desired.js';
import { envHashes } from './env-hashes.js';
import type { Placement } from './placement.js';
import type { InstanceSnapshot, Snapshot } from './snapshot.js';
import { packIntervals } from './used-addresses.js';

export const cloudText = `azs: [{name: z1}, {name: z2}, {name: z3}]
vm_types: [{name: small, cloud_properties: {cpu: 1}}]
disk_types: [{name: big, disk_size: 64}]
networks:
- name: v4
  subnets:
  - {range: 10.0.0.0/24, gateway: 10.0.0.1, azs: [z1], static: [10.0.0.50-10.0.0.60]}
  - {range: 10.0.1.0/24, gateway: 10.0.1.1, azs: [z2], static: [10.0.1.50-10.0.1.60]}
  - {range: 10.0.2.0/24, gateway: 10.0.2.1, azs: [z3], static: [10.0.2.50-10.0.2.60]}
- name: v6
  subnets:
  - {range: "fd00:1::/64", gateway: "fd00:1::1", azs: [z1, z2, z3], static: ["fd00:1::50-fd00:1::60"]}
compilation: {workers: 1, network: v4, az: z1, vm_type: small}
`;

export interface GroupText {
  name: string;
  instances: number;
  azs: string[];
  /** YAML flow list of the networks. */
  networks: string;
  disk?: boolean;
}

export function manifestText(groups: readonly GroupText[]): string {
  return `name: d
releases: [{name: r, version: 1}]
stemcells: [{alias: default, os: o, version: 1}]
update: {canaries: 1, max_in_flight: 1, canary_watch_time: 1, update_watch_time: 1}
instance_groups:
${groups
  .map(
    ({ name, instances, azs, networks, disk }) =>
      `- {name: ${name}, instances: ${instances}, azs: [${azs.join(', ')}], stemcell: default, vm_type: small, jobs: [{name: j, release: r}], networks: ${networks}${disk ? ', persistent_disk_type: big' : ''}}\n`,
  )
  .join('')}`;
}

const packages: DesiredPackage[] = [
  { id: 1, name: 'base', version: 'b1', fingerprint: 'b1', sha1: 'x', blobstoreId: 'src-b', dependencies: [], release: 'r' },
  { id: 2, name: 'app', version: 'a1', fingerprint: 'a1', sha1: 'x', blobstoreId: 'src-a', dependencies: ['base'], release: 'r' },
];

/** When `carriedOut` made its VMs, milliseconds since 1970. */
export const madeAt = Date.parse('2026-01-02T03:04:05Z');

let generation = 0;

export function desire(manifest: string, cloud: string = cloudText): Desired {
  generation += 1;
  const cloudConfig: CloudConfig = parseCloudConfig([parseYaml(cloud, 'cloud')]);
  return {
    manifest: parseManifest(parseYaml(manifest, 'manifest')),
    cloudConfig,
    releases: [
      {
        name: 'r',
        version: '1',
        packages,
        jobs: [{ name: 'j', version: 'j1', sha1: 's', blobstoreId: 'job', packages: ['app'], properties: {}, provides: [], consumes: [] }],
      },
    ],
    stemcells: [{ alias: 'default', name: 's', os: 'o', version: '1', cid: 'c', apiVersion: 3, cpi: '' }],
    neverAllocate: [],
    endpoints: [],
    newIds: Array.from({ length: 50 }, (_, at) => `new-${generation}-${at}`),
  };
}

export const emptySnapshot: Snapshot = {
  directorName: 'd',
  deployment: 'd',
  instances: [],
  used: packIntervals(IntervalSet.empty),
  compiledPackages: [],
};

/** What the next deploy finds when everything that a placement says was done. */
export function carriedOut(placement: Placement): Snapshot {
  let id = 0;
  const compiledPackages = packages.map(({ id: packageId }) => ({
    packageId,
    stemcellOs: 'o',
    stemcellVersion: '1',
    dependencyKey: packageId === 1 ? '[]' : '[["base","b1"]]',
    build: 1,
    blobstoreId: `compiled-${packageId}`,
    sha1: 'y',
  }));
  const instances = placement.instances.map((placed, at): InstanceSnapshot => {
    const group = placement.groups.find(({ name }) => name === placed.group);
    return {
      id: at + 1,
      uuid: placed.uuid,
      group: placed.group,
      index: placed.index,
      bootstrap: placed.bootstrap,
      ignore: false,
      state: 'started',
      updateCompleted: true,
      ...(placed.az === undefined ? {} : { az: placed.az }),
      reservations: placed.reservations.map(({ network, family, address, prefix, kind }) => {
        id += 1;
        return { id, network, family, address, prefix, kind };
      }),
      vm: {
        cid: `vm-${at}`,
        agentId: `agent-${at}`,
        networks: placed.networks,
        asked: placed.networks,
        stemcell: { name: 's', version: '1' },
        jobState: 'running',
        cloudProperties: placed.cloudProperties,
        envHashes: envHashes(group?.env ?? {}),
        createdAt: madeAt,
        ...(placement.trustedCerts === undefined ? {} : { trustedCerts: placement.trustedCerts }),
      },
      ...(group?.persistentDisk === undefined ? {} : { disk: { cid: `disk-${at}`, ...group.persistentDisk } }),
      applied: {
        stemcell: { name: 's', version: '1' },
        cloudProperties: placed.cloudProperties,
        envHashes: envHashes(group?.env ?? {}),
        networks: placed.networks,
        jobs: [{ name: 'j', version: 'j1', sha1: 's' }],
        packages: {
          base: { version: 'b1.1', sha1: 'y', blobstoreId: 'compiled-1' },
          app: { version: 'a1.1', sha1: 'y', blobstoreId: 'compiled-2' },
        },
        configurationHash: 'hash',
        tags: group?.tags ?? {},
      },
    };
  });
  let used = IntervalSet.empty;
  for (const { address, prefix } of instances.flatMap(({ reservations }) => reservations)) {
    used = used.add(IpPrefix.of(IpAddress.parse(address), prefix).toRange());
  }
  return { ...emptySnapshot, instances, compiledPackages, used: packIntervals(used) };
}

/** The same hash for every instance. */
export function sameHashes(placement: Placement, hash = 'hash'): Record<string, string> {
  return Object.fromEntries(placement.instances.map(({ uuid }) => [uuid, hash]));
}
