import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterAll, describe, expect, it } from 'vitest';
import { openImageFile, readImage } from './image.js';

const root = mkdtempSync(join(tmpdir(), 'b6-image-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function tarOf(files: Record<string, string | Buffer>): Promise<Buffer> {
  const tar = pack();
  for (const [name, content] of Object.entries(files)) tar.entry({ name }, content);
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
function written(name: string, content: Buffer): string {
  writeFileSync(join(root, name), content);
  return join(root, name);
}
async function streamed(image: string, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of openImageFile(image, name)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe('a stemcell’s image', () => {
  const disk = Buffer.alloc(3_000_000, 'vmdk');
  it.each(['gzip', 'plain'])('is read whatever the order of its files: %s', async (kind) => {
    const tar = await tarOf({ './image-disk1.vmdk': disk, './image.mf': 'sums', './image.ovf': '<Envelope/>' });
    const image = written(kind, kind === 'gzip' ? gzipSync(tar, { level: 1 }) : tar);
    expect(await readImage(image)).toEqual({
      ovf: '<Envelope/>',
      files: [
        { name: 'image-disk1.vmdk', size: disk.length },
        { name: 'image.mf', size: 4 },
      ],
    });
    expect((await streamed(image, 'image-disk1.vmdk')).equals(disk)).toBe(true);
  });

  it('is refused when it is none', async () => {
    const whole = await tarOf({ 'a.vmdk': disk });
    const without = written('without', whole);
    const cases: [string, RegExp][] = [
      [without, /no \.ovf/],
      [written('text', Buffer.from('x'.repeat(2000))), /tar header|no \.ovf/],
      [written('cut.gz', gzipSync(whole).subarray(0, 1000)), /unexpected end/],
      [written('cut', whole.subarray(0, 10_000)), /unexpected end/i],
      [join(root, 'none'), /ENOENT/],
    ];
    for (const [image, message] of cases)
      await expect(readImage(image)).rejects.toMatchObject({ code: 'CloudError', message: expect.stringMatching(message) });
    await expect(streamed(without, 'b.vmdk')).rejects.toThrow("no 'b.vmdk'");
  });

  it('closes when whoever reads a file goes away', async () => {
    const image = written('left', await tarOf({ 'a.vmdk': disk, 'a.ovf': '' }));
    const stream = openImageFile(image, 'a.vmdk');
    for await (const _chunk of stream) break;
    expect(stream.destroyed).toBe(true);
    rmSync(image);
    await expect.poll(() => readdirSync('/proc/self/fd').filter((fd) => isOpenOn(fd, image))).toEqual([]);
  });
});

function isOpenOn(fd: string, image: string): boolean {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`).startsWith(image);
  } catch {
    return false;
  }
}
