import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SmallDisk, smallDisk } from '../testing/small-disk.js';
import { type AgentRig, startRig, tgz } from '../testing/test-rig.js';

const mib = 1024 * 1024;

let rig: AgentRig;
let data: SmallDisk;
beforeEach(async () => {
  rig = await startRig();
  data = await smallDisk(4096);
  await symlink(data.path, rig.layout.data());
  await rig.agent.start();
});
afterEach(async () => {
  await rig.close();
  await data.close();
});

/** Leaves so many bytes of the VM's own disk. */
async function fill(left: number): Promise<void> {
  await writeFile(rig.layout.data('room'), Buffer.alloc(left));
  await expect(writeFile(rig.layout.data('filler'), Buffer.alloc(8 * mib))).rejects.toMatchObject({ code: 'ENOSPC' });
  await rm(rig.layout.data('room'));
}
const makeRoom = (): Promise<void> => rm(rig.layout.data('filler'));

test.each([
  ['to fetch', 0],
  ['to unpack', 64 * 1024],
])('apply without room %s a package: DiskFull with its name, and once there is room it ends well', async (_what, left) => {
  const { id, sha1 } = await rig.putBlob(await tgz({ big: '0'.repeat(mib) }));
  const packages = { tool: { name: 'tool', version: '1', sha1, blobstore_id: id } };
  const spec = { networks: {}, deployment: 'd', job: { name: 'web' }, index: 0, id: 'i', configuration_hash: 'c', packages };
  await fill(left);
  await expect(rig.call('apply', spec)).rejects.toMatchObject({ code: 'DiskFull', message: expect.stringContaining('package tool/1') });
  expect(await rig.call('get_state')).not.toMatchObject({ configuration_hash: 'c' });
  await makeRoom();
  expect(await rig.call('apply', spec)).toBe('applied');
  expect((await readFile(join(rig.layout.packages('tool'), 'big'))).length).toBe(mib);
});

test('templates that come over the bus and find no room: DiskFull, and once there is room they are taken', async () => {
  const templates = Buffer.alloc(8192);
  const checksum = createHash('sha1').update(templates).digest('hex');
  const blob = { blob_id: 'rendered', checksum, payload: templates.toString('base64') };
  await fill(0);
  await expect(rig.call('upload_blob', blob)).rejects.toMatchObject({ code: 'DiskFull' });
  await makeRoom();
  expect(await rig.call('upload_blob', blob)).toBe('rendered');
});

test('compilation without room for what it made: DiskFull, and once there is room it ends well', async () => {
  const packaging = 'head -c 1000000 /dev/urandom > $BOSH_INSTALL_TARGET/y';
  const { id, sha1 } = await rig.putBlob(await tgz({ packaging }));
  await fill(1_500_000);
  await expect(rig.call('compile_package', id, sha1, 'y', '1', {})).rejects.toMatchObject({ code: 'DiskFull' });
  await makeRoom();
  expect(await rig.call('compile_package', id, sha1, 'y', '1', {})).toMatchObject({ result: { sha1: expect.any(String) } });
});

test('a disk without room for what the store holds: DiskFull, the store stays writable where it was, a larger one takes it', async () => {
  const small = await smallDisk(512);
  const add = async (cid: string, path: string): Promise<void> => {
    await mkdir(path, { recursive: true });
    await rig.call('add_persistent_disk', cid, { path });
    await rig.call('mount_disk', cid);
  };
  await add('old', rig.layout.bosh('disks/old'));
  await writeFile(join(rig.layout.store, 'kept'), Buffer.alloc(mib));
  await add('small', small.path);
  await expect(rig.call('migrate_disk', 'old', 'small')).rejects.toMatchObject({
    code: 'DiskFull',
    message: expect.stringContaining('disk small'),
  });
  expect(rig.platform.readOnly).toEqual(new Set());
  await rig.call('unmount_disk', 'small');
  await rig.call('remove_persistent_disk', 'small');
  await add('large', rig.layout.bosh('disks/large'));
  expect(await rig.call('migrate_disk', 'old', 'large')).toEqual({});
  expect(await rig.call('list_disk')).toEqual(['large']);
  expect((await readFile(join(rig.layout.store, 'kept'))).length).toBe(mib);
  await small.close();
});
