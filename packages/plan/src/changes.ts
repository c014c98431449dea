import { envHashes } from './env-hashes.js';
import { sameJson } from './equal.js';
import type { PlacedGroup, PlacedInstance } from './placement.js';
import type { Change, ChangeKind, PackageRef } from './plan.js';
import type { InstanceSnapshot } from './snapshot.js';

/** What differs between an instance as it is and as it shall be, in BOSH's order of comparison, each with its reason. */
export function changesOf(placed: PlacedInstance, group: PlacedGroup, refs: readonly PackageRef[], hash: string | undefined): Change[] {
  const { existing } = placed;
  if (existing === undefined) return [{ kind: 'new', reason: 'it is new' }];
  if (placed.state !== 'started') return restingChanges(placed.state, existing);
  const changes: Change[] = [];
  const add = (kind: ChangeKind, reason: string): void => void changes.push({ kind, reason });
  const { applied, vm } = existing;
  if (vm === undefined) add('missing_vm', 'it has no VM');
  else if (vm.jobState === 'gone') add('missing_vm', `its VM ${vm.cid} is gone`);
  if (!existing.updateCompleted || applied === undefined) add('dirty', 'its last update did not complete');
  if (placed.recreate) add('recreate', 'a new VM was asked for');
  if (placed.restart) add('restart', 'a restart was asked for');
  if (applied === undefined) {
    if (vm !== undefined) networkChanges(placed, {}, add);
    return changes;
  }
  // A VM may be newer than the last update that came to its end: it is not made once more for what it has already.
  const made = existing.updateCompleted || vm === undefined ? applied : vm;
  if (!sameJson(made.cloudProperties, placed.cloudProperties)) {
    add('cloud_properties', `cloud properties changed: ${differingKeys(made.cloudProperties, placed.cloudProperties)}`);
  }
  const before = vm?.stemcell ?? applied.stemcell;
  const { name, version } = placed.stemcell;
  if (before.name !== name || before.version !== version) {
    add('stemcell', `stemcell ${before.name}/${before.version} becomes ${name}/${version}`);
  }
  const env = envHashes(group.env);
  if (!sameJson(made.envHashes, env)) add('env', `env changed: ${differingKeys(made.envHashes, env)}`);
  networkChanges(placed, made.networks, add);
  packageChanges(applied.packages, group, refs, add);
  const disk = existing.disk;
  const wanted = group.persistentDisk;
  if ((disk === undefined) !== (wanted === undefined)) {
    add(
      'persistent_disk',
      wanted === undefined ? 'it needs no persistent disk any more' : `it needs a persistent disk of ${wanted.sizeMib} MiB`,
    );
  } else if (disk !== undefined && wanted !== undefined) {
    if (disk.sizeMib !== wanted.sizeMib) add('persistent_disk', `persistent disk of ${disk.sizeMib} MiB becomes ${wanted.sizeMib} MiB`);
    else if (!sameJson(disk.cloudProperties, wanted.cloudProperties)) add('persistent_disk', "the disk's cloud properties changed");
  }
  if (hash !== undefined && applied.configurationHash !== hash) add('configuration', 'its rendered templates changed');
  if (existing.group !== placed.group) add('job', `it was of instance group '${existing.group}'`);
  const jobs = group.jobs.map(({ name, job }) => ({ name, version: job.version, sha1: job.sha1 }));
  if (!sameJson(applied.jobs, jobs)) add('job', 'its jobs changed');
  if (existing.state !== 'started') add('state', `it was ${existing.state} and is to run`);
  else if (vm !== undefined && vm.jobState !== 'running' && vm.jobState !== 'gone') {
    add('state', vm.jobState === 'unresponsive' ? 'its agent does not answer' : `its jobs are '${vm.jobState}', not running`);
  }
  return changes;
}

/** Of an instance that is not to run, only that counts: all else is done when it is started. */
function restingChanges(state: 'stopped' | 'detached', { vm, state: before }: InstanceSnapshot): Change[] {
  if (state === 'detached') return vm === undefined && before === state ? [] : [{ kind: 'state', reason: 'it is to have no VM' }];
  if (vm === undefined) return [{ kind: 'missing_vm', reason: 'it has no VM' }];
  if (vm.jobState === 'gone') return [{ kind: 'missing_vm', reason: `its VM ${vm.cid} is gone` }];
  if (vm.jobState === 'unresponsive') return [{ kind: 'state', reason: 'its agent does not answer' }];
  return before === state && vm.jobState !== 'running' ? [] : [{ kind: 'state', reason: 'its jobs are to be stopped' }];
}

function networkChanges(placed: PlacedInstance, applied: Record<string, unknown>, add: (kind: ChangeKind, reason: string) => void): void {
  const gained = placed.reservations.filter((reservation) => reservation.heldBy === undefined).map((reservation) => reservation.address);
  const lost = (placed.existing?.reservations ?? [])
    .filter(({ id, holder }) => holder === undefined && placed.releases.includes(id))
    .map(({ address }) => address);
  if (gained.length + lost.length > 0) {
    const parts = [gained.length > 0 ? `gets ${gained.join(', ')}` : '', lost.length > 0 ? `loses ${lost.join(', ')}` : ''];
    add('network', `it ${parts.filter((part) => part !== '').join(' and ')}`);
  } else if (Object.keys(applied).length > 0 && !sameJson(comparable(applied), comparable(placed.networks))) {
    add('network', `the settings of its networks changed: ${differingKeys(comparable(applied), comparable(placed.networks))}`);
  }
}

/** Settings without what an agent or a later step fills in. */
export function comparable(networks: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(networks).map(([name, settings]) => {
      const { dns_record_name: _, ...rest } = settings as Record<string, unknown>;
      if (rest.type !== 'dynamic') return [name, rest];
      const { ip: _ip, netmask: _netmask, gateway: _gateway, ...stable } = rest;
      return [name, stable];
    }),
  );
}

function packageChanges(
  applied: Record<string, { sha1: string; blobstoreId: string }>,
  group: PlacedGroup,
  refs: readonly PackageRef[],
  add: (kind: ChangeKind, reason: string) => void,
): void {
  const changed = refs.filter((ref) => ref.compiled === undefined || applied[ref.name]?.blobstoreId !== ref.compiled.blobstoreId);
  const wanted = new Set(group.packages.map((pkg) => pkg.name));
  const gone = Object.keys(applied).filter((name) => !wanted.has(name));
  const names = [...changed.map((ref) => ref.name), ...gone].sort();
  if (names.length > 0) add('packages', `its packages changed: ${names.join(', ')}`);
}

function differingKeys(before: Record<string, unknown>, after: Record<string, unknown>): string {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys]
    .filter((key) => !sameJson(before[key], after[key]))
    .sort()
    .join(', ');
}
