import { cpiError } from '@bosh6/cpi-protocol';
import { type Data, type Ref, readProperties, VSphereFault } from '@bosh6/vim25';
import { doing } from '../faults/doing.js';
import type { Vcenter } from '../vcenter.js';

export type ClusterConfig = Data<'ClusterConfigInfoEx'>;
export type ClusterChange = Omit<Data<'ClusterConfigSpecEx'>, '$type'>;

/** What is added is there by now, or what is edited is gone. */
const overtaken = ['DuplicateName', 'InvalidArgument', 'ConcurrentAccess'];
/** How often another process may overwrite a change. */
const attempts = 20;

/**
 * Reads a cluster's rules and groups, makes the change that they lack, and reads again until they lack none: the API has no way to add one VM to a rule or a
 * group, so of two processes one may undo the other.
 */
export async function changeCluster(
  vcenter: Vcenter,
  cluster: Ref<'ComputeResource'>,
  what: string,
  lacking: (config: Partial<ClusterConfig>) => ClusterChange | undefined,
): Promise<void> {
  const ref = cluster as Ref<'ClusterComputeResource'>;
  await doing(what, async () => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const isDone = await vcenter.flights.inTurn(`rules of ${ref.value}`, async () => {
        const change = lacking(await readConfig(vcenter, ref));
        if (change === undefined) return true;
        const spec = { $type: 'ClusterConfigSpecEx' as const, ...change };
        await vcenter.vim.run('ReconfigureComputeResource_Task', ref, { spec, modify: true }).catch((error: unknown) => {
          if (attempt > 2 || !overtaken.some((name) => VSphereFault.is(error, name))) throw error;
        });
        return false;
      });
      if (isDone) return;
    }
    throw cpiError('CloudError', `${what}: others keep changing the cluster's rules and groups`, { okToRetry: true });
  });
}

export async function readConfig({ vim }: Vcenter, cluster: Ref<'ClusterComputeResource'>): Promise<Partial<ClusterConfig>> {
  return (await readProperties(vim, 'ClusterComputeResource', cluster, ['configurationEx'])).configurationEx ?? {};
}
