import type { Fixtures } from '../fixtures/build.js';
import type { Answer, Terminal, Typed } from './terminal.js';

export interface Step {
  /** Key in the `--json` summary's seconds. */
  name: string;
  command: string;
  answers?: readonly Answer[];
}

const yes: Answer = { prompt: 'Continue? [yN]: ', reply: 'y' };

/** Where the post's commands are typed, and by which name the Director goes there. */
export interface Place {
  director: string;
  alias: string;
  /** What a lab without IPv4 changes of the files, as operations. */
  cloudOps?: string;
  manifestOps?: string;
}

export const post: Place = { director: '10.0.9.151', alias: 'ipv4' };
export const ipv6Only: Place = {
  director: '[2601:646:100:69f0::151]',
  alias: 'ipv6',
  cloudOps: 'ipv6-only-cloud.yml',
  manifestOps: 'ipv6-only-nginx.yml',
};

/** The post's commands, in its order, with the second cloud config that it takes for granted. */
export function steps(fixtures: Fixtures, password: string, { director, alias, cloudOps, manifestOps }: Place = post): Step[] {
  const { stemcell, release } = fixtures;
  const withOps = (file: string | undefined): string => (file === undefined ? '' : ` -o ${file}`);
  return [
    { name: 'alias-env', command: `bosh -e ${director} alias-env ${alias}` },
    { name: 'password', command: 'bosh int --path /admin_password creds.yml' },
    {
      name: 'log-in',
      command: `bosh -e ${alias} log-in`,
      answers: [
        { prompt: 'Email (): ', reply: 'admin' },
        { prompt: 'Password (): ', reply: password },
      ],
    },
    {
      name: 'cloud-config',
      command: `bosh -e ${alias} update-config cloud cloud-config-default.yml --name default${withOps(cloudOps)}`,
      answers: [yes],
    },
    {
      name: 'cloud-config-ipv6',
      command: `bosh -e ${alias} update-config cloud cloud-config-vsphere-ipv6.yml --name ipv6`,
      answers: [yes],
    },
    { name: 'upload-stemcell', command: `bosh -e ${alias} us ${stemcell.url} --sha1 ${stemcell.sha1}` },
    { name: 'upload-release', command: `bosh -e ${alias} ur ${release.url} --sha1 ${release.sha1}` },
    { name: 'deploy', command: `bosh -e ${alias} -d nginx deploy nginx-ipv46.yml${withOps(manifestOps)}`, answers: [yes] },
    { name: 'instances', command: `bosh -e ${alias} -d nginx instances` },
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
