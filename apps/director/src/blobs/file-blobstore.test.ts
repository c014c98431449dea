import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { CodedError, realWorld } from '@bosh6/base';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileBlobstore } from './file-blobstore.js';
import { fleeting } from './fleeting.js';
import { UrlSigner } from './signer.js';

let dir: string;
let blobs: FileBlobstore;
const signer = new UrlSigner('key');

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bosh6-blobs-'));
  blobs = new FileBlobstore(dir, realWorld(), signer, (family) => (family === 6 ? 'https://[fd00::1]:25555' : 'https://10.0.0.1:25555'));
  await blobs.prepare();
});
afterEach(() => rm(dir, { recursive: true }));

describe('the file blobstore', () => {
  it('hashes while it writes, and gives the bytes back', async () => {
    const stored = await blobs.put(Readable.from([Buffer.from('hel'), Buffer.from('lo')]));
    expect(stored).toMatchObject({ sha1: 'aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d', size: 5 });
    expect((await buffer(blobs.get(stored.id))).toString()).toBe('hello');
    await blobs.delete(stored.id);
    expect(await blobs.exists(stored.id)).toBe(false);
  });

  it('a start removes what a Director that died needed for itself, and nothing else', async () => {
    const ids = [`${fleeting}1`, 'fl-of-another-kind', 'a-blob'];
    for (const id of ids) await blobs.put(Buffer.from('x'), { id });
    await blobs.prepare(true);
    expect(await Promise.all(ids.map((id) => blobs.exists(id)))).toEqual([true, true, true]);
    await blobs.prepare();
    expect(await Promise.all(ids.map((id) => blobs.exists(id)))).toEqual([false, true, true]);
  });

  it('keeps nothing of a stream that fails', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        throw new TypeError('cut');
      })(),
    );
    await expect(blobs.put(broken)).rejects.toThrow('cut');
    expect(await readdir(dir, { recursive: true })).toEqual(['tmp']);
  });

  it('tells by its code that it cannot write, and whatever else a stream fails with as it is', async () => {
    await rm(join(dir, 'tmp'), { recursive: true });
    await expect(blobs.put(Buffer.from('a'))).rejects.toMatchObject({ code: 'BlobstoreUnwritable', message: expect.stringContaining(dir) });
    await blobs.prepare();
    const gone = Object.assign(new Error('reset'), { code: 'ECONNRESET', syscall: 'read' });
    const source = new Readable({ read: () => source.destroy(gone) });
    await expect(blobs.put(source)).rejects.toBe(gone);
  });

  it('tells a missing blob by its code, and refuses ids that are paths', async () => {
    const error: unknown = await buffer(blobs.get('0000')).catch((e: unknown) => e);
    expect(CodedError.is(error, 'BlobNotFound')).toBe(true);
    expect(() => blobs.path('../etc/passwd')).toThrow();
  });

  it('signs for one verb, one blob, one time, on the endpoint of the family', () => {
    const url = new URL(blobs.signedUrl('GET', 'abc', { family: 6, expiresIn: 60 }));
    expect(url.host).toBe('[fd00::1]:25555');
    const query = Object.fromEntries(url.searchParams);
    const now = Math.floor(Date.now() / 1000);
    expect(signer.check('GET', 'abc', query, now)).toBe(true);
    expect(signer.check('PUT', 'abc', query, now)).toBe(false);
    expect(signer.check('GET', 'abd', query, now)).toBe(false);
    expect(signer.check('GET', 'abc', query, now + 61)).toBe(false);
    expect(signer.check('GET', 'abc', { ...query, expires: String(now + 9999) }, now)).toBe(false);
  });
});
