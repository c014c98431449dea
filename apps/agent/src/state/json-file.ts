import { readFile, rename, rm, writeFile } from 'node:fs/promises';

/** True for the error codes that mean "is not there". */
export function isMissing(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** Undefined when the file is not there. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Undefined when the file is not there, or cut short by a crash of an older writer. */
export async function readJson(path: string): Promise<unknown> {
  const text = await readText(path);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A reader sees the old text or the new one, never a part. */
export async function replaceFile(path: string, text: string, mode = 0o600): Promise<void> {
  const beside = `${path}.new`;
  await rm(beside, { force: true });
  await writeFile(beside, text, { mode });
  await rename(beside, path);
}

export function writeJson(path: string, value: unknown, mode = 0o600): Promise<void> {
  return replaceFile(path, JSON.stringify(value), mode);
}
