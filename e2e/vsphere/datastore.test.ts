import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type DatastoreFile, downloadFile, listObjects, statFile, uploadFile } from '@bosh6/vim25';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vcsimAvailable } from '../vcsim/build-vcsim.js';
import { startVsphereLab, type VsphereLab } from './lab.js';

describe.skipIf(!(await vcsimAvailable()))('files of a datastore, over [::1]', () => {
  let lab: VsphereLab;
  const file = (path: string): DatastoreFile => ({ datacenter: 'DC0', datastore: 'LocalDS_0', path });
  const read = async (path: string): Promise<Buffer> => buffer((await downloadFile(lab.vim, file(path))).body);
  beforeAll(async () => {
    lab = await startVsphereLab({ listen: '[::1]:0', datastores: 2, vms: 1 });
  });
  afterAll(async () => {
    await lab?.stop();
  });

  it.each(['vm-1/env.json', 'with space/a b+c.iso', 'ünïcode/名前?#&=;,.txt', "100%/%2f'!().x"])(
    'come back as they went: %s',
    async (path) => {
      const content = `{"path": ${JSON.stringify(path)}}`;
      await uploadFile(lab.vim, file(path), content);
      expect((await read(path)).toString()).toBe(content);
      expect(await statFile(lab.vim, file(path))).toEqual({ size: Buffer.byteLength(content), modified: expect.any(Date) });
    },
  );

  it('of two datastores are told apart', async () => {
    const names = (await listObjects(lab.vim, 'Datastore', ['name'])).map(({ properties }) => properties.name);
    expect(names.sort()).toEqual(['LocalDS_0', 'LocalDS_1']);
    await uploadFile(lab.vim, file('which'), 'zero');
    await uploadFile(lab.vim, { ...file('which'), datastore: 'LocalDS_1' }, 'one');
    expect((await read('which')).toString()).toBe('zero');
  });

  it('stream, with or without a known length', async () => {
    const pieces = Array.from({ length: 64 }, () => randomBytes(64 * 1024));
    const whole = Buffer.concat(pieces);
    await uploadFile(lab.vim, file('known'), () => Readable.from(pieces), { size: whole.length });
    await uploadFile(lab.vim, file('unknown'), Readable.from(pieces));
    expect((await read('known')).equals(whole)).toBe(true);
    expect((await read('unknown')).equals(whole)).toBe(true);
    expect((await downloadFile(lab.vim, file('known'))).size).toBe(whole.length);
  });

  it('are replaced', async () => {
    await uploadFile(lab.vim, file('again'), 'a long first text');
    await uploadFile(lab.vim, file('again'), new Uint8Array([1, 2]));
    expect([...(await read('again'))]).toEqual([1, 2]);
  });

  it('that are not there are told as such', async () => {
    expect(await statFile(lab.vim, file('nothing'))).toBeUndefined();
    await expect(downloadFile(lab.vim, file('nothing'))).rejects.toMatchObject({
      code: 'DatastoreFileNotFound',
      where: { object: '[LocalDS_0] nothing' },
    });
  });

  it.each(['', '/x', 'x/', 'a//b', '../x', 'a/../../x', './x'])('are not looked for outside: %j', async (path) => {
    await expect(uploadFile(lab.vim, file(path), 'x')).rejects.toMatchObject({ code: 'DatastorePathInvalid' });
  });

  it('are left off half-way when aborted, and when the source fails', async () => {
    const stop = new AbortController();
    const endless = async function* (): AsyncGenerator<Buffer> {
      for (let sent = 0; ; sent += 1) {
        if (sent === 20) stop.abort(new Error('enough'));
        yield Buffer.alloc(64 * 1024);
      }
    };
    await expect(uploadFile(lab.vim, file('half'), () => Readable.from(endless()), { signal: stop.signal })).rejects.toThrow('enough');
    const failing = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.alloc(10);
      throw new Error('the disk is gone');
    };
    await expect(uploadFile(lab.vim, file('broken'), () => Readable.from(failing()), { size: 100 })).rejects.toThrow('the disk is gone');
    await uploadFile(lab.vim, file('after'), 'fine');
    expect((await read('after')).toString()).toBe('fine');
  });

  it('are not read from a stream that was read before', async () => {
    const once = Readable.from(['x']);
    await buffer(once);
    await expect(uploadFile(lab.vim, file('once'), once)).rejects.toMatchObject({ code: 'VSphereArgumentInvalid' });
  });
});
