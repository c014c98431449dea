import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deletePassed } from '../blobs/delete-passing.js';
import { type Harness, manifest, startHarness } from '../deploy/harness.test.support.js';
import { type CleanupOptions, cleanableArtifacts } from './cleanable-artifacts.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

const some: CleanupOptions = { removeAll: false, keepOrphanedDisks: false };
const all: CleanupOptions = { removeAll: true, keepOrphanedDisks: false };

async function seed(): Promise<void> {
  await h.deploy(manifest);
  await h.store.write(async (tx) => {
    const row = await tx.releases.find({ name: 'nginx' });
    const release = {
      releaseId: row?.id ?? 0,
      commitHash: '',
      uncommittedChanges: false,
      updateCompleted: true,
      packageIds: [],
      jobIds: [],
    };
    for (const version of ['10', '9', '8', '7']) await tx.releases.versions.insert({ ...release, version });
    const stemcell = { name: 'lab', os: 'debian-bookworm', sha1: 'x', cpi: '', apiVersion: 3 };
    for (const version of ['0.10', '0.9', '0.8']) await tx.stemcells.insert({ ...stemcell, version, cid: `cid-${version}` });
    const orphan = { size: 1, az: null, deploymentName: 'old', instanceName: 'g/u', cloudProperties: {}, cpi: '', orphanedAt: 0 };
    await tx.orphanDisks.insert({ ...orphan, cid: 'old-disk' });
    await tx.orphanedVms.insert({
      cid: 'old-vm',
      agentId: 'a',
      cpi: '',
      az: null,
      deploymentName: 'old',
      instanceName: 'g/u',
      orphanedAt: 0,
    });
    const [compiled] = await tx.compiledPackages.all();
    if (compiled !== undefined)
      await tx.compiledPackages.insert({ ...compiled, id: undefined as never, stemcellOs: 'gone', blobstoreId: 'gone' } as never);
  });
}
const names = async (options: CleanupOptions) => {
  const {
    releases,
    stemcells,
    compiled_packages: compiled,
    orphaned_disks: disks,
    orphaned_vms: vms,
  } = await cleanableArtifacts(h.store, options, Date.now());
  return {
    releases,
    stemcells: stemcells.map(({ version }) => version),
    compiled: compiled.map(({ stemcell_os: os }) => os),
    disks: disks.map(({ disk_cid: cid }) => cid),
    vms: vms.map(({ cid }) => cid),
  };
};

describe('a clean-up', () => {
  it('spares what is deployed, and the newest two that are not', async () => {
    await seed();
    expect(await names(some)).toEqual({
      releases: [{ name: 'nginx', versions: ['7', '8'] }],
      stemcells: ['0.8'],
      compiled: [],
      disks: [],
      vms: ['old-vm'],
    });
    expect(await names(all)).toEqual({
      releases: [{ name: 'nginx', versions: ['7', '8', '9', '10'] }],
      stemcells: ['0.8', '0.9', '0.10'],
      compiled: ['gone'],
      disks: ['old-disk'],
      vms: ['old-vm'],
    });
    expect((await names({ removeAll: true, keepOrphanedDisks: true })).disks).toEqual([]);
  });

  it('deletes what it would show, and says how much', async () => {
    await seed();
    const task = await h.run('delete_artifacts', { ...some });
    expect(task).toMatchObject({
      state: 'done',
      result: expect.stringMatching(/^Deleted 2 release\(s\), 1 stemcell\(s\), 0 extra compiled/),
    });
    expect(await names(some)).toEqual({ releases: [], stemcells: [], compiled: [], disks: [], vms: [] });
    expect((await names(all)).disks).toEqual(['old-disk']);
    const rest = await h.run('delete_artifacts', { ...all });
    expect(rest.result).toMatch(
      /^Deleted 2 release\(s\), 2 stemcell\(s\), 1 extra compiled package\(s\), 1 orphaned disk\(s\), 0 orphaned vm/,
    );
    expect(await names(all)).toEqual({ releases: [], stemcells: [], compiled: [], disks: [], vms: [] });
    // What the deployment uses is still there.
    expect(await h.store.read.releases.versions.all()).toMatchObject([{ version: '1.22.1' }]);
    expect(await h.store.read.stemcells.all()).toMatchObject([{ version: '1.0' }]);
    expect(await h.store.read.compiledPackages.all()).toHaveLength(2);
    expect((await h.deploy(manifest)).state).toBe('done');
  });
});

describe('what a clean-up forgot and the blobstore refused to delete', () => {
  it('is known, and goes another time: packages, exported releases, records', async () => {
    await seed();
    await h.store.write(async (tx) => {
      await tx.exportedReleases.insert({ blobstoreId: 'exported' });
      for (const blobstoreId of ['records', 'newer']) await tx.dns.blobs.insert({ blobstoreId, sha256: 'x', contentHash: blobstoreId });
    });
    const refused = vi.spyOn(h.collaborators.blobs, 'delete').mockRejectedValue(new Error('read-only'));
    expect(await h.run('delete_artifacts', { ...all })).toMatchObject({ state: 'done' });
    const passing = async (): Promise<string[]> => (await h.store.read.passingBlobs.all()).map(({ blobstoreId }) => blobstoreId);
    expect(await passing()).toEqual(expect.arrayContaining(['gone', 'exported', 'records']));
    refused.mockRestore();
    await deletePassed(h.collaborators);
    expect(await passing()).toEqual([]);
  });
});

describe('delete-vm', () => {
  it("deletes an instance's VM, and the next deploy makes another", async () => {
    await h.deploy(manifest);
    const [vm] = await h.store.read.vms.all();
    const task = await h.run('delete_vm', { cid: vm?.cid });
    expect(task).toMatchObject({ state: 'done', result: `vm ${vm?.cid} deleted` });
    expect([...h.cpi.vms.keys()]).toEqual([]);
    expect(await h.store.read.vms.all()).toEqual([]);
    const events = await h.store.read.events.all({ taskId: task.id, objectType: 'vm' });
    expect(events).toMatchObject([
      { action: 'delete', objectName: vm?.cid, deployment: 'nginx', instance: expect.stringMatching(/^nginx\//) },
      { action: 'delete', parentId: events[0]?.id },
    ]);
    expect((await h.deploy(manifest)).state).toBe('done');
    expect(h.cpi.vms.size).toBe(1);
  });

  it('says of one that nobody knows that it is not there', async () => {
    const task = await h.run('delete_vm', { cid: 'no-vm' });
    expect(task.state).toBe('done');
    expect(await h.output(task, 'event')).toContain('"type":"warning","message":"VM no-vm does not exist');
  });
});
