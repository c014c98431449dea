import { constants } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';

/**
 * Files that a VM's root can write as well: it may have put symbolic links in their place, which would lead to the machine's files here, or pipes.
 * Each directory on the way is opened in the one before, and no link is followed. Path parts are names; `root` itself is the lab's.
 */
async function inDirectory<T>(root: string, parts: readonly string[], work: (directory: string) => Promise<T>): Promise<T> {
  const opened: FileHandle[] = [];
  try {
    let directory = root;
    for (const part of ['', ...parts]) {
      const handle = await open(`${directory}/${part}`, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
      opened.push(handle);
      directory = `/proc/self/fd/${handle.fd}`;
    }
    return await work(directory);
  } finally {
    await Promise.all(opened.map((handle) => handle.close()));
  }
}

export function readVmFile(root: string, ...parts: string[]): Promise<string> {
  return inDirectory(root, parts.slice(0, -1), async (directory) => {
    const file = await open(`${directory}/${parts.at(-1)}`, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      return await file.readFile('utf8');
    } finally {
      await file.close();
    }
  });
}

/** Replaces the file as a whole; mode 0600. */
export function writeVmFile(root: string, parts: readonly string[], text: string): Promise<void> {
  return inDirectory(root, parts.slice(0, -1), async (directory) => {
    const target = `${directory}/${parts.at(-1)}`;
    await rm(`${target}.new`, { recursive: true, force: true });
    const file = await open(`${target}.new`, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, 0o600);
    try {
      await file.writeFile(text);
    } finally {
      await file.close();
    }
    await rename(`${target}.new`, target);
  });
}
