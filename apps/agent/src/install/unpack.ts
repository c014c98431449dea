import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { CodedError } from '@bosh6/base';
import { fullDisk, isFull } from '../disks/full-disk.js';
import { fail } from '../errors.js';
import { TarGuard } from './tar-guard.js';

/** `what` is for messages: `package nginx`. Unpacks a tar file, gzip or plain, into an existing directory; what is in the archive was checked before tar sees it. Throws UnsafeArchive, UnpackFailed, DiskFull. */
export async function unpack(archive: string, directory: string, what: string): Promise<void> {
  try {
    await extract(archive, directory, what);
  } catch (error) {
    throw CodedError.is(error, 'UnpackFailed') && (await isFull(directory)) ? fullDisk(what, directory, error) : error;
  }
}

async function extract(archive: string, directory: string, what: string): Promise<void> {
  const child = spawn('tar', ['--no-same-owner', '-xf', '-', '-C', directory], { stdio: ['pipe', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString('utf8')).slice(-2000);
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? -1));
  });
  ended.catch(() => undefined);
  try {
    const source = createReadStream(archive, { highWaterMark: 256 * 1024 });
    const guard = new TarGuard(what);
    await ((await isGzip(archive))
      ? pipeline(source as Readable, createGunzip({ chunkSize: 64 * 1024 }), guard, child.stdin)
      : pipeline(source as Readable, guard, child.stdin));
  } catch (cause) {
    // tar leaves at the end-of-archive mark, maybe before the padding behind it is written
    const left = ['EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'].includes((cause as { code?: string }).code ?? '');
    if (!left) child.kill('SIGKILL');
    const code = await ended.catch(() => undefined);
    if (left && code === 0) return;
    if ((cause as { code?: string }).code === 'UnsafeArchive') throw cause;
    throw fail('UnpackFailed', `${what}: the archive cannot be read: ${complaint.trim() || (cause as Error).message}`, { cause });
  }
  const code = await ended;
  if (code !== 0) throw fail('UnpackFailed', `${what}: tar ended with ${code}: ${complaint.trim()}`);
}

export async function isGzip(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}
