import { lstat, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../run.js';

/** Names below bosh that the lab writes: nothing of the stemcell may stand, or lead elsewhere, there. */
const ours = ['bin/node', 'bin/agent.cjs', 'bin/vm-init', 'agent.json', 'settings-source.json', 'log/current'];

/**
 * Makes a VM's /var/vcap in its `directory`, with what the stemcell brings: an agent of its own, bosh/bin/bosh-agent, among it.
 * A link among the directories that the lab reads would lead to the machine's files: nothing is brought by it. One among those that the lab writes to is taken away.
 */
export async function makeVcap(stemcellRoot: string, directory: string): Promise<void> {
  const brought = path.join(stemcellRoot, 'var/vcap');
  const isBrought = await Promise.all([path.dirname(brought), brought, path.join(brought, 'bosh')].map(isDirectory));
  const target = path.join(directory, 'vcap');
  await mkdir(directory, { recursive: true });
  if (!isBrought.includes(false)) await run(['cp', '-a', '--reflink=auto', '-T', '--', brought, target]);
  for (const name of ['', 'bosh', 'bosh/bin', 'bosh/log']) {
    const each = path.join(target, name);
    if (!(await isDirectory(each))) await rm(each, { force: true });
    await mkdir(each, { recursive: true });
  }
  await Promise.all(ours.map((name) => rm(path.join(target, 'bosh', name), { recursive: true, force: true })));
}

async function isDirectory(name: string): Promise<boolean> {
  return (await lstat(name).catch(() => undefined))?.isDirectory() ?? false;
}
