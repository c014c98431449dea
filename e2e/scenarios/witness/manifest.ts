import { port } from './collector.js';

export interface Group {
  readonly name: string;
  readonly instances?: number;
  readonly azs?: readonly string[];
  /** Of its job; the deployment's unless given. */
  readonly word?: string;
  readonly [key: string]: unknown;
}

/** A deployment whose groups have the job `witness`, quick to update. */
export function manifestOf(name: string, word: string, groups: readonly Group[], update: object = {}): object {
  return {
    name,
    releases: [{ name: 'witness', version: 'latest' }],
    stemcells: [{ alias: 'debian', os: 'debian-bookworm', version: 'latest' }],
    update: { canaries: 1, max_in_flight: 2, canary_watch_time: '10-30000', update_watch_time: '10-30000', ...update },
    instance_groups: groups.map(({ word: own = word, ...group }) => ({
      instances: 1,
      azs: ['z1'],
      stemcell: 'debian',
      networks: [{ name: 'default' }],
      jobs: [{ name: 'witness', release: 'witness', properties: { port, word: own } }],
      ...('vm_resources' in group ? {} : { vm_type: 'small' }),
      ...group,
    })),
  };
}
