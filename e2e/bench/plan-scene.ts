import { parseCloudConfig, parseManifest, parseYaml } from '@bosh6/formats';
import { IntervalSet, IpAddress, IpPrefix } from '@bosh6/ip';
import { type Desired, envHashes, type InstanceSnapshot, type Placement, packIntervals, type Snapshot } from '@bosh6/plan';

const groups = 10;
const instancesEach = 100;
const pkg = { id: 1, name: 'app', version: 'a1', fingerprint: 'a1', sha1: 'x', blobstoreId: 'source', dependencies: [], release: 'r' };
const job = { name: 'j', version: 'j1', sha1: 's', blobstoreId: 'job', packages: ['app'], properties: {}, provides: [], consumes: [] };
const compiled = { packageId: 1, stemcellOs: 'o', stemcellVersion: '1', dependencyKey: '[]', build: 1, blobstoreId: 'compiled', sha1: 'y' };

/** Ten groups of a hundred instances over three AZs, each with an address of both families and a disk. */
export function desiredThousand(): Desired {
  const subnets = ['z1', 'z2', 'z3'].flatMap((az, at) => [
    `{range: 10.${at}.0.0/16, gateway: 10.${at}.0.1, azs: [${az}]}`,
    `{range: "fd00:${at + 1}::/64", gateway: "fd00:${at + 1}::1", azs: [${az}]}`,
  ]);
  const cloud = `azs: [{name: z1}, {name: z2}, {name: z3}]
vm_types: [{name: small, cloud_properties: {cpu: 1}}]
disk_types: [{name: big, disk_size: 64}]
networks: [{name: net, subnets: [${subnets.join(', ')}]}]
compilation: {workers: 1, network: net, az: z1, vm_type: small}
`;
  const group = (at: number): string =>
    `- {name: group-${at}, instances: ${instancesEach}, azs: [z1, z2, z3], stemcell: default, vm_type: small, persistent_disk_type: big, jobs: [{name: j, release: r}], networks: [{name: net}]}\n`;
  const manifest = `name: thousand
releases: [{name: r, version: 1}]
stemcells: [{alias: default, os: o, version: 1}]
update: {canaries: 1, max_in_flight: 1, canary_watch_time: 1, update_watch_time: 1}
instance_groups:
${Array.from({ length: groups }, (_, at) => group(at)).join('')}`;
  return {
    manifest: parseManifest(parseYaml(manifest, 'manifest')),
    cloudConfig: parseCloudConfig([parseYaml(cloud, 'cloud')]),
    releases: [{ name: 'r', version: '1', packages: [pkg], jobs: [job] }],
    stemcells: [{ alias: 'default', name: 's', os: 'o', version: '1', cid: 'c', apiVersion: 3, cpi: '' }],
    neverAllocate: [],
    endpoints: [],
    newIds: Array.from({ length: groups * instancesEach }, (_, at) => `instance-${at}`),
  };
}

/** What is found once all of a placement was done. */
export function snapshotAfter({ instances, groups: placed }: Placement): Snapshot {
  const disk = { sizeMib: 64, cloudProperties: {} };
  const found = instances.map(({ uuid, group, index, bootstrap, az, reservations, networks, cloudProperties }, at): InstanceSnapshot => {
    const made = { stemcell: { name: 's', version: '1' }, cloudProperties, networks, envHashes: envHashes(placed[0]?.env ?? {}) };
    return {
      id: at + 1,
      uuid,
      group,
      index,
      bootstrap,
      ignore: false,
      state: 'started',
      updateCompleted: true,
      ...(az === undefined ? {} : { az }),
      reservations: reservations.map((each, which) => ({ ...each, id: at * 2 + which + 1 })),
      vm: { ...made, cid: `vm-${at}`, agentId: `agent-${at}`, jobState: 'running', createdAt: 0 },
      disk: { ...disk, cid: `disk-${at}` },
      applied: {
        ...made,
        jobs: [{ name: job.name, version: job.version, sha1: job.sha1 }],
        packages: { app: { version: 'a1.1', sha1: compiled.sha1, blobstoreId: compiled.blobstoreId } },
        persistentDisk: disk,
        configurationHash: 'hash',
      },
    };
  });
  const used = IntervalSet.builder();
  for (const { address, prefix } of found.flatMap(({ reservations }) => reservations))
    used.add(IpPrefix.of(IpAddress.parse(address), prefix).toRange());
  return {
    directorName: 'bench',
    deployment: 'thousand',
    instances: found,
    used: packIntervals(used.build()),
    compiledPackages: [compiled],
  };
}
