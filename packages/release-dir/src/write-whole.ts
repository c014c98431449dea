import { randomUUID } from 'node:crypto';
import { chmod, copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Writes a text; whoever reads sees the old one or the new one. Directories are made. */
export function writeWhole(path: string, text: string): Promise<void> {
  return whole(path, (partial) => writeFile(partial, text));
}

/** Copies a file; it appears whole or not at all. Directories are made. */
export function copyWhole(from: string, path: string, mode: number): Promise<void> {
  return whole(path, async (partial) => {
    await copyFile(from, partial);
    await chmod(partial, mode);
  });
}

/** Runs `fill` on a place beside `path`, then moves what it made there to `path`. A failure leaves nothing. */
export async function whole(path: string, fill: (partial: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const partial = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await fill(partial);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}
