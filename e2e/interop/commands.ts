import type { Fixtures } from '../fixtures/build.js';
import { cli } from '../stack/paths.js';
import { run } from '../stack/run.js';
import type { Stack } from '../stack/stack.js';
import type { Answer } from '../walkthrough/terminal.js';
import type { Bindings } from './placeholders.js';

/** A command as the stock CLI takes it; `name` is that of its golden file. */
export interface Command {
  readonly name: string;
  readonly line: string;
  readonly answers?: readonly Answer[];
}

/** What tells one stack from another before its Director is asked anything. */
export async function given({ work, env }: Stack, { stemcell, broken }: Fixtures): Promise<Bindings> {
  const { stdout } = await run([process.execPath, cli, 'int', '--path', '/admin_password', 'creds.yml'], { cwd: work, env });
  return new Map([
    ['password', stdout.trim()],
    ['stemcell_url', stemcell.url],
    ['stemcell_sha1', stemcell.sha1],
    ['release_url', broken.url],
    ['release_sha1', broken.sha1],
  ]);
}

const yes: Answer = { prompt: 'Continue? [yN]: ', reply: 'y' };
const logIn: readonly Answer[] = [
  { prompt: 'Email (): ', reply: 'admin' },
  { prompt: 'Password (): ', reply: '{{password}}' },
];

/** In the walkthrough's order; each takes up what those before it left. */
export const commands: readonly Command[] = [
  { name: 'alias-env', line: 'bosh -e {{origin}} alias-env ipv4' },
  { name: 'log-in', line: 'bosh -e ipv4 log-in', answers: logIn },
  {
    name: 'update-config-default',
    line: 'bosh -e ipv4 update-config --type cloud --name default cloud-config-default.yml',
    answers: [yes],
  },
  {
    name: 'update-config-ipv6',
    line: 'bosh -e ipv4 update-config --type cloud --name ipv6 cloud-config-vsphere-ipv6.yml',
    answers: [yes],
  },
  { name: 'upload-stemcell', line: 'bosh -e ipv4 upload-stemcell {{stemcell_url}} --sha1 {{stemcell_sha1}}' },
  { name: 'upload-release', line: 'bosh -e ipv4 upload-release {{release_url}} --sha1 {{release_sha1}}' },
  { name: 'deploy', line: 'bosh -e ipv4 -d tiny deploy tiny-with-disk.yml', answers: [yes] },
  { name: 'instances', line: 'bosh -e ipv4 -d tiny instances' },
  { name: 'deploy-again', line: 'bosh -e ipv4 -d tiny deploy tiny-with-disk.yml', answers: [yes] },
  { name: 'stemcells', line: 'bosh -e ipv4 stemcells' },
  { name: 'releases', line: 'bosh -e ipv4 releases' },
  { name: 'deployments', line: 'bosh -e ipv4 deployments' },
  { name: 'tasks', line: 'bosh -e ipv4 tasks --recent=3' },
  { name: 'vms', line: 'bosh -e ipv4 -d tiny vms' },
  { name: 'delete-deployment', line: 'bosh -e ipv4 -d tiny delete-deployment', answers: [yes] },
  { name: 'disks-orphaned', line: 'bosh -e ipv4 disks --orphaned' },
  { name: 'delete-disk', line: 'bosh -e ipv4 delete-disk {{disk_cid}}', answers: [yes] },
];
