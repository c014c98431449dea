import type { Work } from './life.test.support.js';

/** All with `npm run test:long`, else some of each. */
export const isLong = process.env.BOSH6_KILL_POINTS === 'all';

/** What a manifest asks for. */
export interface Wanted {
  readonly conf: string;
  readonly diskMib: number;
  readonly instances: number;
  readonly strategy: 'delete-create' | 'create-swap-delete';
  /** Digest of the certificates that the Director has VMs trust; none when absent. */
  readonly certs?: string;
}

export const deployment = 'nginx';
const manifestOf = ({ conf, diskMib, instances, strategy }: Wanted): string => `name: ${deployment}
releases: [{name: nginx, version: latest}]
stemcells: [{alias: default, os: debian-bookworm, version: latest}]
update: {canaries: 1, max_in_flight: 2, canary_watch_time: 0-50, update_watch_time: 0-50, vm_strategy: ${strategy}}
instance_groups:
- name: nginx
  instances: ${instances}
  azs: [z1]
  stemcell: default
  vm_type: small
  persistent_disk: ${diskMib}
  jobs: [{name: nginx, release: nginx, properties: {nginx_conf: ${conf}}}]
  networks: [{name: default}]
`;

const plain: Wanted = { conf: 'one', diskMib: 64, instances: 2, strategy: 'delete-create' };
const swapping: Wanted = { ...plain, strategy: 'create-swap-delete' };

export interface Operation {
  /** What there is before; undefined for nothing. */
  readonly before: Wanted | undefined;
  readonly after: Wanted | undefined;
  /** Flags of the deploy that is watched, and of no other. */
  readonly flags?: object;
  readonly compiles?: boolean;
  /** What is watched is no deploy, but this done to one instance alone, with `--no-converge`. */
  readonly alone?: 'recreate';
}

export const operations: Record<string, Operation> = {
  compile: { before: undefined, after: { ...plain, certs: 'a' }, compiles: true },
  update: { before: plain, after: { ...plain, conf: 'two' } },
  recreate: { before: plain, after: plain, flags: { recreate: true } },
  'recreate alone': { before: plain, after: plain, alone: 'recreate' },
  swap: { before: swapping, after: swapping, flags: { recreate: true } },
  'trust others': { before: { ...plain, certs: 'a' }, after: { ...plain, certs: 'b' } },
  migrate: { before: plain, after: { ...plain, diskMib: 96 } },
  'recreate disks': { before: plain, after: plain, flags: { recreatePersistentDisks: true } },
  shrink: { before: plain, after: { ...plain, instances: 1 } },
  delete: { before: plain, after: undefined },
};

/** The task that leads there. */
export function workOf(wanted: Wanted | undefined, flags: object = {}): Work {
  if (wanted === undefined) return { type: 'delete_deployment', payload: { deployment } };
  return { type: 'update_deployment', payload: { deployment, manifestText: manifestOf(wanted), ...flags } };
}
