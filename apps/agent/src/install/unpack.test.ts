import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unpack } from './unpack.js';

describe('unpack', () => {
  let folder: string;
  let archive: string;
  let target: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'unpack-'));
    archive = join(folder, 'a.tar');
    target = join(folder, 'out');
    mkdirSync(target);
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in', 'file'), 'kept');
    execFileSync('tar', ['-cf', archive, '-C', join(folder, 'in'), '.']);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('takes an archive whose padding goes on long after its end mark', async () => {
    appendFileSync(archive, Buffer.alloc(8 << 20));
    await unpack(archive, target, 'package a');
    expect(readFileSync(join(target, 'file'), 'utf8')).toBe('kept');
  });

  it('refuses one that was cut', async () => {
    truncateSync(archive, 1026);
    await expect(unpack(archive, target, 'package a')).rejects.toMatchObject({ code: 'UnpackFailed' });
  });

  describe('reads pax headers as tar does', () => {
    const header = (name: string, type: string, size: number, link = ''): Buffer => {
      const block = Buffer.alloc(512);
      block.write(name, 0);
      block.write('0000644\0', 100);
      block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
      block.write('        ', 148);
      block.write(type, 156);
      block.write(link, 157);
      block.write('ustar\x0000', 257);
      block.write(
        `${block
          .reduce((sum, byte) => sum + byte, 0)
          .toString(8)
          .padStart(6, '0')}\0 `,
        148,
      );
      return block;
    };
    const padded = (text: string): Buffer => Buffer.concat([Buffer.from(text), Buffer.alloc(512 - text.length)]);
    const pax = (...records: string[]): Buffer[] => [header('pax', 'x', records.join('').length), padded(records.join(''))];
    const behindLink = [header('link', '2', 0, '/tmp'), ...pax('28 comment=x\n13 path=harm\n\n'), header('link/harm', '0', 0)];

    it.each<[string, Buffer[]]>([
      ['a name within a comment', behindLink],
      ['no content, where its entry says some', [...pax('9 size=0\n'), header('a', '0', 512), header('../harm', '0', 0)]],
      ['a name for all entries', [header('pax', 'g', 9), padded('9 path=a\n'), header('b', '0', 0)]],
      ['no length of a record', [...pax('path=a\n'), header('b', '0', 0)]],
      ['a hard link with content', [header('a', '0', 0), header('b', '1', 512, 'a'), header('../harm', '0', 0)]],
      ['a size that is no number', [header('a', '0', 0).fill('9', 124, 135)]],
    ])('%s', async (_name, blocks) => {
      writeFileSync(archive, Buffer.concat([...blocks, Buffer.alloc(1024)]));
      await expect(unpack(archive, target, 'package a')).rejects.toMatchObject({ code: 'UnsafeArchive' });
    });

    it('a name in its own record', async () => {
      writeFileSync(archive, Buffer.concat([...pax('15 path=longer\n'), header('short', '0', 0), Buffer.alloc(1024)]));
      await unpack(archive, target, 'package a');
      expect(readFileSync(join(target, 'longer'), 'utf8')).toBe('');
    });
  });
});
