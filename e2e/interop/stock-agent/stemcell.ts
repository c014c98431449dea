import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createStemcell } from '@bosh6/formats/archives';
import { expectDone } from '../../stack/done.js';
import { root } from '../../stack/paths.js';
import { run } from '../../stack/run.js';

const sources = join(root, 'e2e/interop/stock-agent');
const name = 'bosh-lab-debian-bookworm-go_agent';
const version = '1.0';

/** Makes a stemcell for the lab that brings the stock agent from the directory `agent`, and what stemcells have around it, over the machine's own /usr; gives its path. */
export async function makeStockStemcell(folder: string, agent: string): Promise<string> {
  const tree = join(folder, 'tree');
  const image = join(folder, 'image');
  cpSync(join(sources, 'stemcell'), tree, { recursive: true });
  cpSync(agent, join(tree, 'var/vcap/bosh/bin'), { recursive: true });
  // git keeps no empty directories
  for (const each of ['etc/service', 'etc/systemd/network', 'etc/resolvconf/resolv.conf.d'])
    mkdirSync(join(tree, each), { recursive: true });
  for (const each of ['networkd', 'monit-token']) expectDone(await run(['ln', '-s', `/etc/sv/${each}`, join(tree, 'etc/service', each)]));
  expectDone(await run(['tar', '-C', tree, '--owner=0', '--group=0', '-czf', image, '.']));
  const cloudProperties = { infrastructure: 'lab', name, version };
  const recipe = {
    name,
    version,
    operatingSystem: 'debian-stock-agent',
    apiVersion: 3,
    stemcellFormats: ['bosh6-lab-light'],
    cloudProperties,
    image,
  };
  return (await createStemcell(recipe, join(folder, 'stemcell.tgz'))).path;
}
