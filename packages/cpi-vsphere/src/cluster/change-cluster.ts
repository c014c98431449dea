import { cpiError } from '@bosh6/cpi-protocol';
import { type Data, type Ref, readProperties, VSphereFault } from '@bosh6/vim25';
import { doing } from '../faults/doing.js';
import type { Vcenter } from '../vcenter.js';

export type ClusterConfig = Data<'ClusterConfigInfoEx'>;
export type ClusterChange = Omit<Data<'ClusterConfigSpecEx'>, '$type'>;

/** Others change the cluster right now. */
const concurrent = ['ConcurrentAccess', 'TaskInProgress'];
/** What is added is there by now, or what is edited is gone; or the change is wrong, so it is not tried for long. */
const overtaken = ['DuplicateName', 'InvalidArgument', 'ManagedObjectNotFound'];
/** How often another process may overwrite a change, or keep us from making it. */
const attempts = 20;
const overtakings = 3;

/**
 * Reads a cluster's rules and groups, makes the change that they lack, and reads again until they lack none: the API has no way to add one VM to a rule or a
 * group, so of two processes one may undo the other. Pauses, each longer than the last, where that happens.
 */
export async function changeCluster(
  vcenter: Vcenter,
  cluster: Ref<'ComputeResource'>,
  what: string,
  lacking: (config: Partial<ClusterConfig>) => ClusterChange | undefined,
): Promise<void> {
  const ref = cluster as Ref<'ClusterComputeResource'>;
  await doing(what, async () => {
    for (let attempt = 0, lost = 0, pause = 50; attempt < attempts; attempt++) {
      const outcome = await vcenter.flights.inTurn(`rules of ${ref.value}`, () => changeOnce(vcenter, ref, lacking, lost < overtakings));
      if (outcome === 'done') return;
      if (outcome === 'overtaken') lost++;
      // a change may have two steps
      if (outcome === 'changed' && attempt < 2) continue;
      await vcenter.world.sleep(pause * (1 + Math.random()));
      pause = Math.min(pause * 2, 2000);
    }
    throw cpiError('CloudError', `${what}: others keep changing the cluster's rules and groups`, { okToRetry: true });
  });
}

async function changeOnce(
  vcenter: Vcenter,
  ref: Ref<'ClusterComputeResource'>,
  lacking: (config: Partial<ClusterConfig>) => ClusterChange | undefined,
  mayBeOvertaken: boolean,
): Promise<'done' | 'changed' | 'busy' | 'overtaken'> {
  const change = lacking(await readConfig(vcenter, ref));
  if (change === undefined) return 'done';
  try {
    await vcenter.vim.run('ReconfigureComputeResource_Task', ref, { spec: { $type: 'ClusterConfigSpecEx', ...change }, modify: true });
    return 'changed';
  } catch (error) {
    if (concurrent.some((name) => VSphereFault.is(error, name))) return 'busy';
    if (mayBeOvertaken && overtaken.some((name) => VSphereFault.is(error, name))) return 'overtaken';
    throw error;
  }
}

export async function readConfig({ vim }: Vcenter, cluster: Ref<'ClusterComputeResource'>): Promise<Partial<ClusterConfig>> {
  return (await readProperties(vim, 'ClusterComputeResource', cluster, ['configurationEx'])).configurationEx ?? {};
}
