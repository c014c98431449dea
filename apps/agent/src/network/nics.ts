import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An interface that the agent may configure. */
export interface Nic {
  name: string;
  /** Lower case. */
  mac: string;
}

/** Real interfaces and those that the lab has marked `bosh-interface...`, by name, as bosh-agent. */
export async function listNics(root = '/sys/class/net'): Promise<Nic[]> {
  const nics: Nic[] = [];
  for (const name of (await readdir(root)).sort()) {
    const read = (file: string): Promise<string> =>
      readFile(join(root, name, file), 'utf8').then(
        (text) => text.trim(),
        () => '',
      );
    const entries = await readdir(join(root, name)).catch((): string[] => []);
    if (!entries.includes('device') && !(await read('ifalias')).startsWith('bosh-interface')) continue;
    nics.push({ name, mac: (await read('address')).toLowerCase() });
  }
  return nics;
}
