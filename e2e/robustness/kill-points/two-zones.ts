import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fixtures } from '../../fixtures/build.js';
import { expectDone } from '../../stack/done.js';
import type { Stack } from '../../stack/stack.js';

/** In z1 a CPI in the Director's process, in z2 an executable. */
export async function twoZones(stack: Stack, fixtures: Fixtures, executable: string): Promise<void> {
  const bosh = async (...words: string[]): Promise<void> => void expectDone(await stack.bosh(['-e', 'ipv4', '-n', ...words]));
  const cpi = { type: 'local', properties: { socket: stack.lab.socket } };
  const cpis = [
    { ...cpi, name: 'here' },
    { ...cpi, name: 'child', exec_path: executable },
  ];
  writeFileSync(join(stack.work, 'cpis.yml'), JSON.stringify({ cpis }));
  await bosh('update-config', '--type', 'cpi', '--name', 'default', 'cpis.yml');
  const cloud = readFileSync(join(stack.work, 'cloud-config-default.yml'), 'utf8')
    .replace('- name: z1', '- name: z1\n  cpi: here\n- name: z2\n  cpi: child')
    .replaceAll('azs: [z1]', 'azs: [z1, z2]');
  writeFileSync(join(stack.work, 'two-zones.yml'), cloud);
  await bosh('update-config', '--type', 'cloud', '--name', 'default', 'two-zones.yml');
  await bosh('upload-stemcell', fixtures.stemcell.url, '--sha1', fixtures.stemcell.sha1);
}
