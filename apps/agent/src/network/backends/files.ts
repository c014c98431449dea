import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readText, replaceFile } from '../../state/json-file.js';

/** First line of what the agent writes and may remove again. */
export const ownFile = '# Written by the BOSH agent from its settings; changes are lost.';

/** Resolves to whether it was otherwise before. */
export async function writeIfOther(path: string, text: string): Promise<boolean> {
  if ((await readText(path)) === text) return false;
  await mkdir(dirname(path), { recursive: true });
  await replaceFile(path, text, 0o644);
  return true;
}

export function remove(path: string): Promise<void> {
  return rm(path, { force: true });
}
