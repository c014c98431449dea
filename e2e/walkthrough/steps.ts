import type { Fixtures } from '../fixtures/build.js';
import type { Answer, Terminal, Typed } from './terminal.js';

export interface Step {
  /** Key in the `--json` summary's seconds. */
  name: string;
  command: string;
  answers?: readonly Answer[];
}

const yes: Answer = { prompt: 'Continue? [yN]: ', reply: 'y' };

/** The post's commands, in its order, with the second cloud config that it takes for granted. */
export function steps(fixtures: Fixtures, password: string): Step[] {
  const { stemcell, release } = fixtures;
  return [
    { name: 'alias-env', command: 'bosh -e 10.0.9.151 alias-env ipv4' },
    { name: 'password', command: 'bosh int --path /admin_password creds.yml' },
    {
      name: 'log-in',
      command: 'bosh -e ipv4 log-in',
      answers: [
        { prompt: 'Email (): ', reply: 'admin' },
        { prompt: 'Password (): ', reply: password },
      ],
    },
    { name: 'cloud-config', command: 'bosh -e ipv4 update-config cloud cloud-config-default.yml --name default', answers: [yes] },
    { name: 'cloud-config-ipv6', command: 'bosh -e ipv4 update-config cloud cloud-config-vsphere-ipv6.yml --name ipv6', answers: [yes] },
    { name: 'upload-stemcell', command: `bosh -e ipv4 us ${stemcell.url} --sha1 ${stemcell.sha1}` },
    { name: 'upload-release', command: `bosh -e ipv4 ur ${release.url} --sha1 ${release.sha1}` },
    { name: 'deploy', command: 'bosh -e ipv4 -d nginx deploy nginx-ipv46.yml', answers: [yes] },
    { name: 'instances', command: 'bosh -e ipv4 -d nginx instances' },
  ];
}

/** Types the steps one after the other; stops at the first that fails. */
export async function typeSteps(
  terminal: Terminal,
  list: readonly Step[],
): Promise<{ typed: (Typed & { name: string })[]; failed?: string }> {
  const typed: (Typed & { name: string })[] = [];
  for (const step of list) {
    const one = await terminal.type(step.command, step.answers);
    typed.push({ ...one, name: step.name });
    if (one.exitCode !== 0) return { typed, failed: step.name };
  }
  return { typed };
}
