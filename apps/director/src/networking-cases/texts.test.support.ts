import type { Deploy } from './scenario.test.support.js';

/** The cloud config of a step, in one text. */
export function cloudConfigOf({
  networks = '',
  azs = '[{name: z1}, {name: z2}]',
  compilation,
}: Pick<Deploy, 'networks' | 'azs' | 'compilation'>): string {
  const own = compilation === undefined;
  return [
    `azs: ${azs}`,
    'vm_types: [{name: small}]',
    'networks:',
    networks.trimEnd(),
    ...(own ? ['- {name: for-compilation, subnets: [{range: 172.31.0.0/24, gateway: 172.31.0.1}]}'] : []),
    `compilation: ${compilation ?? '{workers: 1, network: for-compilation, vm_type: small}'}`,
    '',
  ].join('\n');
}

export function manifestOf(name: string, { deploy, compiles, update }: Deploy): string {
  const jobs = compiles ? '[{name: nginx, release: nginx}]' : '[]';
  const more = update === undefined ? '' : `, ${update}`;
  return [
    `name: ${name}`,
    `releases: ${compiles ? '[{name: nginx, version: latest}]' : '[]'}`,
    'stemcells: [{alias: default, os: debian-bookworm, version: latest}]',
    `update: {canaries: 0, max_in_flight: 10, canary_watch_time: 0-50, update_watch_time: 0-50${more}}`,
    'instance_groups:',
    deploy.replaceAll(/^- \{/gm, `- {stemcell: default, vm_type: small, jobs: ${jobs}, `),
  ].join('\n');
}
