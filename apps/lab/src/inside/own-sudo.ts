import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The machine's, seen from here. */
const program = '/usr/bin/sudo';
const libraries = ['/usr/libexec/sudo', '/usr/lib/sudo'];
const place = '/opt/lab/sudo';

/**
 * Gives a light stemcell's tree a sudo of its own, where the machine's belongs to nobody in the lab: an ordinary user's, in which the machine's root is not
 * mapped. The kernel heeds the set-user-id bit of mapped owners only, and sudo loads plugins of root only.
 */
export async function copySudo(root: string, source = program): Promise<void> {
  const machines = await stat(source).catch(() => undefined);
  if (machines === undefined || machines.uid === 0) return;
  const own = path.join(root, place);
  await mkdir(own, { recursive: true });
  const from = libraries.find((directory) => existsSync(directory));
  const plugins = from === undefined ? [] : (await readdir(from)).filter((name) => name.endsWith('.so'));
  // Not copyFile, which keeps the owner where it may.
  const copy = async (file: string, name: string): Promise<void> => writeFile(path.join(own, name), await readFile(file));
  for (const name of plugins) await copy(path.join(from ?? '', name), name);
  await copy(source, 'sudo');
  await chmod(path.join(own, 'sudo'), 0o4755);
  await writeFile(path.join(root, 'etc/sudo.conf'), `Path plugin_dir ${place}/\n`);
}

/** What stands over the machine's sudo in a VM of that stemcell; undefined where the machine's own will do. Both paths are the VM's. */
export function ownSudo(root: string): { source: string; target: string } | undefined {
  const source = `${place}/sudo`;
  return existsSync(path.join(root, source)) ? { source, target: program } : undefined;
}
