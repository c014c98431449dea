import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const processSchema = z.object({ pid: z.number(), startTime: z.string() });

/** `lab.json`: who runs the lab of a directory. */
const labFileSchema = z.object({
  pid: z.number(),
  /** Clock ticks since boot, as /proc tells it: a process id alone may be somebody else's by now. */
  startTime: z.string(),
  bootId: z.string(),
  token: z.string(),
  socket: z.string(),
  state: z.enum(['starting', 'running']),
  /** First process of the lab's process namespace, by its id on the host. */
  inside: processSchema.optional(),
});
export type LabFile = z.infer<typeof labFileSchema>;

export const labFilePath = (stateDir: string): string => path.join(stateDir, 'lab.json');
export const labSocketPath = (stateDir: string): string => path.join(stateDir, 'lab.sock');

export async function readLabFile(stateDir: string): Promise<LabFile | undefined> {
  const text = await readFile(labFilePath(stateDir), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return labFileSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Takes the directory for this process; false when a file is there already. */
export async function claimLabFile(stateDir: string, file: LabFile): Promise<boolean> {
  const draft = `${labFilePath(stateDir)}.${process.pid}`;
  await writeFile(draft, JSON.stringify(file), { mode: 0o600 });
  try {
    await link(draft, labFilePath(stateDir));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

export async function replaceLabFile(stateDir: string, file: LabFile): Promise<void> {
  const draft = `${labFilePath(stateDir)}.${process.pid}`;
  await writeFile(draft, JSON.stringify(file), { mode: 0o600 });
  await rename(draft, labFilePath(stateDir));
}

export function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

/** Undefined when there is no such process (a zombie counts as none). */
export function processStartTime(pid: number): string | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** Is the process that wrote the file still there? */
export function isAlive(file: LabFile, which: 'lab' | 'inside' = 'lab'): boolean {
  if (file.bootId !== bootId()) return false;
  const target = which === 'lab' ? file : file.inside;
  return target !== undefined && processStartTime(target.pid) === target.startTime;
}
