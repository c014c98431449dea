import type { JsonObject } from '@bosh6/base';
import type { AppliedState } from './applied-state.js';
import { difference, differences } from './differences.js';
import { envHashes } from './env-hashes.js';
import { sameJson } from './equal.js';
import type { PlacedGroup, PlacedInstance } from './placement.js';
import type { Change, ChangeKind, Difference, PackageRef } from './plan.js';
import type { InstanceSnapshot, VmSnapshot } from './snapshot.js';

type Add = (kind: ChangeKind, reason: string, values?: Difference[]) => void;

type Made = Pick<VmSnapshot, 'cloudProperties' | 'stemcell' | 'envHashes' | 'networks'>;

/** What an instance shall have besides what its placement says. */
export interface Wanted {
  packages: readonly PackageRef[];
  /** Of its rendered templates; undefined while they are not known. */
  hash?: string | undefined;
  /** Digest of the certificates that its VM is to trust; undefined for none. */
  trustedCerts?: string | undefined;
}

/** What differs between an instance as it is and as it shall be, in BOSH's order of comparison, each with its reason. */
export function changesOf(placed: PlacedInstance, group: PlacedGroup, { packages, hash, trustedCerts }: Wanted): Change[] {
  const { existing } = placed;
  if (existing === undefined) return [{ kind: 'new', reason: 'it is new' }];
  const rests = placed.state !== 'started';
  const changes: Change[] = placed.state === 'started' ? [] : restingChanges(placed.state, existing);
  const add: Add = (kind, reason, values = []) => void changes.push({ kind, reason, ...(values.length === 0 ? {} : { values }) });
  const { applied, vm, disk } = existing;
  const wanted = group.persistentDisk;
  if (vm === undefined && !rests) add('missing_vm', 'it has no VM');
  else if (vm?.jobState === 'gone' && !rests) add('missing_vm', `its VM ${vm.cid} is gone`);
  if (!existing.updateCompleted || applied === undefined) add('dirty', 'its last update did not complete');
  // Asked for once: nobody remembers it for one that rests.
  if (!rests) askedChanges(placed, existing, group, add);
  // A VM may be newer than the last update that came to its end, or have had none: it is not made once more for what it has already.
  const made = vm ?? applied;
  // Settings of networks count as they were asked for: a CPI may tell more of them.
  const asked = vm?.asked ?? (existing.updateCompleted ? applied : undefined)?.networks;
  if (made !== undefined) vmChanges(placed, group, { ...made, networks: asked ?? made.networks }, add);
  if (applied === undefined) return changes;
  packageChanges(applied.packages, group, packages, add);
  if ((disk === undefined) !== (wanted === undefined)) {
    add(
      'persistent_disk',
      wanted === undefined ? 'it needs no persistent disk any more' : `it needs a persistent disk of ${wanted.sizeMib} MiB`,
      [difference('size', disk?.sizeMib, wanted?.sizeMib)],
    );
  } else if (disk !== undefined && wanted !== undefined) {
    const size = difference('size', disk.sizeMib, wanted.sizeMib);
    const shape = differences(disk.cloudProperties, wanted.cloudProperties);
    if (size.before !== size.after)
      add('persistent_disk', `persistent disk of ${disk.sizeMib} MiB becomes ${wanted.sizeMib} MiB`, [size, ...shape]);
    else if (shape.length > 0) add('persistent_disk', "the disk's cloud properties changed", shape);
  }
  if (hash !== undefined && applied.configurationHash !== hash) add('configuration', 'its rendered templates changed');
  if (existing.group !== placed.group) add('job', `it was of instance group '${existing.group}'`);
  if (existing.az === undefined && placed.az !== undefined)
    add('job', `it comes to AZ '${placed.az}'`, [difference('az', undefined, placed.az)]);
  const jobs = group.jobs.map(({ name, job }) => ({ name, version: job.version, sha1: job.sha1 }));
  if (!sameJson(applied.jobs, jobs)) add('job', 'its jobs changed', differences(versionsOf(applied.jobs), versionsOf(jobs)));
  if (!rests) runningChanges(existing, add);
  if (vm !== undefined && vm.trustedCerts !== trustedCerts) add('trusted_certs', certificatesReason(vm.trustedCerts, trustedCerts));
  const tags = differences(applied.tags ?? {}, group.tags);
  if (tags.length > 0) add('tags', `its tags changed: ${namesOf(tags)}`, tags);
  return changes;
}

/** What a VM has only by being made so. */
function vmChanges(placed: PlacedInstance, group: PlacedGroup, made: Made, add: Add): void {
  const properties = differences(made.cloudProperties, placed.cloudProperties);
  if (properties.length > 0) add('cloud_properties', `cloud properties changed: ${namesOf(properties)}`, properties);
  const { name, version } = placed.stemcell;
  if (made.stemcell.name !== name || made.stemcell.version !== version) {
    const [old, now] = [`${made.stemcell.name}/${made.stemcell.version}`, `${name}/${version}`];
    add('stemcell', `stemcell ${old} becomes ${now}`, [difference('stemcell', old, now)]);
  }
  const env = differences(made.envHashes, envHashes(group.env));
  // Hashes tell nobody anything.
  if (env.length > 0) {
    add(
      'env',
      `env changed: ${namesOf(env)}`,
      env.map((each) => ({ name: each.name })),
    );
  }
  networkChanges(placed, made.networks, add);
}

/** What the person asked for, though nothing of it differs. */
function askedChanges(placed: PlacedInstance, { disk }: InstanceSnapshot, { persistentDisk }: PlacedGroup, add: Add): void {
  if (placed.recreate !== undefined) add('recreate', placed.recreate);
  if (placed.restart) add('restart', 'a restart was asked for');
  if (placed.recreateDisk && disk !== undefined && persistentDisk !== undefined)
    add('recreate_persistent_disks', 'a new persistent disk was asked for');
}

function runningChanges({ state, vm }: InstanceSnapshot, add: Add): void {
  if (state !== 'started') add('state', `it was ${state} and is to run`);
  else if (vm !== undefined && vm.jobState !== 'running' && vm.jobState !== 'gone') {
    add('state', vm.jobState === 'unresponsive' ? 'its agent does not answer' : `its jobs are '${vm.jobState}', not running`);
  }
}

function certificatesReason(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return 'it is to trust the certificates that the Director has for VMs';
  if (after === undefined) return 'it is to trust no certificates of the Director any more';
  return 'the certificates that it is to trust changed';
}

/** What has to be done now with an instance that is not to run: it alone is of the kinds `state` and `missing_vm`; all else waits until it is started. */
function restingChanges(state: 'stopped' | 'detached', { vm, state: before }: InstanceSnapshot): Change[] {
  if (state === 'detached') return vm === undefined && before === state ? [] : [{ kind: 'state', reason: 'it is to have no VM' }];
  if (vm === undefined) return [{ kind: 'missing_vm', reason: 'it has no VM' }];
  if (vm.jobState === 'gone') return [{ kind: 'missing_vm', reason: `its VM ${vm.cid} is gone` }];
  if (vm.jobState === 'unresponsive') return [{ kind: 'state', reason: 'its agent does not answer' }];
  return before === state && vm.jobState !== 'running' ? [] : [{ kind: 'state', reason: 'its jobs are to be stopped' }];
}

function networkChanges(placed: PlacedInstance, applied: Record<string, JsonObject>, add: Add): void {
  const gained = placed.reservations.filter((reservation) => reservation.heldBy === undefined).map((reservation) => reservation.address);
  const lost = (placed.existing?.reservations ?? [])
    .filter(({ id, holder }) => holder === undefined && placed.releases.includes(id))
    .map(({ address }) => address);
  if (gained.length + lost.length > 0) {
    const parts = [gained.length > 0 ? `gets ${gained.join(', ')}` : '', lost.length > 0 ? `loses ${lost.join(', ')}` : ''];
    add('network', `it ${parts.filter((part) => part !== '').join(' and ')}`, settingsOf(applied, placed.networks));
  } else if (Object.keys(applied).length > 0 && !sameJson(comparable(applied), comparable(placed.networks))) {
    const settings = differences(comparable(applied), comparable(placed.networks));
    add('network', `the settings of its networks changed: ${namesOf(settings)}`, settingsOf(applied, placed.networks));
  }
}

/** What differs in the settings of each network: `NETWORK.KEY`. */
function settingsOf(applied: Record<string, JsonObject>, wanted: Record<string, JsonObject>): Difference[] {
  const [before, after] = [comparable(applied), comparable(wanted)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .flatMap((network) =>
      differences(before[network] ?? {}, after[network] ?? {}).map((each) => ({ ...each, name: `${network}.${each.name}` })),
    );
}

/** Settings without what a CPI, an agent or a later step fills in. */
export function comparable(networks: Record<string, JsonObject>): Record<string, JsonObject> {
  return Object.fromEntries(
    Object.entries(networks).map(([name, settings]) => {
      const { dns_record_name: _, mac: _mac, ...rest } = settings;
      if (rest.type !== 'dynamic') return [name, rest];
      const { ip: _ip, netmask: _netmask, gateway: _gateway, ...stable } = rest;
      return [name, stable];
    }),
  );
}

function packageChanges(applied: AppliedState['packages'], group: PlacedGroup, refs: readonly PackageRef[], add: Add): void {
  const changed = refs.filter((ref) => ref.compiled === undefined || applied[ref.name]?.blobstoreId !== ref.compiled.blobstoreId);
  const wanted = new Set(group.packages.map((pkg) => pkg.name));
  const values = [
    ...changed.map(({ name, version, compiled }) =>
      // A build that is yet to be made has no number.
      difference(name, applied[name]?.version, compiled === undefined ? version : `${version}.${compiled.build}`),
    ),
    ...Object.entries(applied).flatMap(([name, { version }]) => (wanted.has(name) ? [] : [difference(name, version, undefined)])),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  if (values.length > 0) add('packages', `its packages changed: ${namesOf(values)}`, values);
}

function versionsOf(jobs: AppliedState['jobs']): Record<string, string> {
  return Object.fromEntries(jobs.map(({ name, version }) => [name, version]));
}

function namesOf(values: readonly Difference[]): string {
  return values.map(({ name }) => name).join(', ');
}
