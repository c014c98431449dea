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
});
