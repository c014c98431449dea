import { readFile, writeFile } from 'node:fs/promises';

/**
 * Gives a new user namespace, a child of the lab's, the ids that the lab has: each is in it what it is in the lab. An extent may not span two of the parent's,
 * so there is one for each of these. /proc is the host's here.
 */
export async function mapSameIds(hostPid: number): Promise<void> {
  for (const kind of ['gid', 'uid']) {
    const extents = (await readFile(`/proc/self/${kind}_map`, 'utf8')).trim().split('\n');
    const same = extents.map((extent) => {
      const [first = '', , count = ''] = extent.trim().split(/\s+/);
      return `${first} ${first} ${count}\n`;
    });
    await writeFile(`/proc/${hostPid}/${kind}_map`, same.join(''));
  }
}
