import type { DeploymentPlan } from '@bosh6/director-api/client';

type Instance = DeploymentPlan['instances'][number];

/** In the order of the summary. */
const actions: readonly (readonly [Instance['action'], string])[] = [
  ['create', 'to create'],
  ['recreate', 'to recreate'],
  ['update', 'to update in place'],
  ['restart', 'to restart'],
  ['metadata', 'to get metadata'],
  ['stop', 'to stop'],
  ['detach', 'to detach'],
  ['wait', 'to change when they are started'],
  ['delete', 'to delete'],
  ['none', 'to leave as they are'],
];

const made: readonly string[] = ['create', 'replace', 'swap'];
const gone: readonly string[] = ['delete', 'replace', 'swap'];
const newDisk: readonly string[] = ['create', 'replace'];
const lostDisk: readonly string[] = ['orphan', 'replace'];

/** How much of what a plan does, its id, and how it is carried out. */
export function planSummary({ id, deployment, instances, compile, is_noop: isNoop }: DeploymentPlan): string[] {
  const count = (isMeant: (instance: Instance) => boolean): number => instances.filter(isMeant).length;
  const byAction = actions.map(([action, words]) => [count((each) => each.action === action), words] as const);
  const things = [
    [count(({ vm }) => made.includes(vm)), 'VMs made'],
    [count(({ vm }) => gone.includes(vm)), 'VMs deleted'],
    [count(({ disk }) => newDisk.includes(disk)), 'disks made'],
    [count(({ disk }) => lostDisk.includes(disk)), 'disks orphaned'],
    [compile.length, 'packages compiled'],
  ] as const;
  const told = (counts: readonly (readonly [number, string])[]): string =>
    counts
      .filter(([number]) => number > 0)
      .map(([number, words]) => `${number} ${words}`)
      .join(', ');
  if (isNoop) return [`Nothing would change: deployment '${deployment}' is as the manifest says.`, `Plan ${id}`];
  const consequences = told(things);
  return [
    `Instances: ${told(byAction) || 'none'}.${consequences === '' ? '' : ` In all: ${consequences}.`}`,
    `Plan ${id}`,
    `Carry it out, exactly so or not at all: bosh6 -d ${deployment} deploy --plan ID MANIFEST, with the same flags.`,
  ];
}
