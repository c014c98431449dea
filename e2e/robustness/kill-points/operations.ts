/** What the three-instance deployment is to be. */
export interface Wanted {
  readonly greeting: string;
  readonly diskMib: number;
  /** In z2 its CPI is an executable. */
  readonly az: 'z1' | 'z2';
}

/** A deployment of three instances with a persistent disk each, quick to update. */
export function manifestOf({ greeting, diskMib, az }: Wanted): string {
  return `name: trio
releases: [{name: broken, version: latest}]
stemcells: [{alias: debian, os: debian-bookworm, version: latest}]
update: {canaries: 1, max_in_flight: 2, canary_watch_time: 10-8000, update_watch_time: 10-8000}
instance_groups:
- name: sleeper
  instances: 3
  azs: [${az}]
  vm_type: small
  stemcell: debian
  persistent_disk: ${diskMib}
  networks: [{name: default}]
  jobs: [{name: sleeper, release: broken, properties: {greeting: ${greeting}}}]
`;
}

/** The five, in an order in which each finds what it needs. */
export const operations = ['deploy', 'update', 'recreate', 'migrate', 'delete'] as const;
export type Operation = (typeof operations)[number];

/** The type of the task that each is. */
export const taskOf = (operation: Operation): string => (operation === 'delete' ? 'delete_deployment' : 'update_deployment');

/** What is wanted after the operation; undefined for nothing. */
export function after(operation: Operation, before: Wanted): Wanted | undefined {
  if (operation === 'delete') return undefined;
  if (operation === 'update')
    return { ...before, greeting: `${before.greeting}x`.slice(-9) === before.greeting ? 'again' : `${before.greeting}x` };
  return operation === 'migrate' ? { ...before, diskMib: before.diskMib === 16 ? 24 : 16 } : before;
}
