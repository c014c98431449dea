import { isJsonObject, type Json } from '@bosh6/base';
import { cpiError } from '@bosh6/cpi-protocol';
import { type Data, type Ref, readProperties } from '@bosh6/vim25';
import { doing } from '../faults/doing.js';
import type { Cluster } from '../inventory/read-clusters.js';
import type { Vcenter } from '../vcenter.js';
import type { VmToMake } from './make-vm.js';

type Rule = Extract<Data<'ClusterRuleInfo'>, { $type?: 'ClusterAntiAffinityRuleSpec' }>;

/** How often another process may overwrite the rule. */
const attempts = 20;

/** Puts the VM into the DRS rule of its AZ, or of its instance group where that is configured: DRS keeps its VMs on different hosts. */
export async function keepApart(
  vcenter: Vcenter,
  cluster: Cluster,
  { cid, request }: Pick<VmToMake, 'cid' | 'request'>,
  vm: Ref<'VirtualMachine'>,
): Promise<void> {
  const name =
    cluster.place.separateVms ?? (vcenter.properties.vcenter.enable_auto_anti_affinity_drs_rules ? groupOf(request.env) : undefined);
  if (name === undefined) return;
  await doing(`DRS rule '${name}' of cluster '${cluster.name}' for VM '${cid}'`, () => join(vcenter, cluster, name, vm));
}

/** Reads, adds, and reads again: the API has no way to add one VM to a rule, so of two processes one may undo the other. */
async function join(vcenter: Vcenter, { ref }: Cluster, name: string, vm: Ref<'VirtualMachine'>): Promise<void> {
  const cluster = ref as Ref<'ClusterComputeResource'>;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const isDone = await vcenter.flights.inTurn(`rules of ${ref.value}`, async () => {
      const rule = await readRule(vcenter, cluster, name);
      if (rule?.vm.some(({ value }) => value === vm.value)) return true;
      const info = { ...(rule ?? { name, enabled: true }), $type: 'ClusterAntiAffinityRuleSpec' as const, vm: [...(rule?.vm ?? []), vm] };
      const operation = rule === undefined ? ('add' as const) : ('edit' as const);
      const spec = { $type: 'ClusterConfigSpecEx' as const, rulesSpec: [{ operation, info }] };
      await vcenter.vim.run('ReconfigureComputeResource_Task', cluster, { spec, modify: true });
      return false;
    });
    if (isDone) return;
  }
  throw cpiError('CloudError', `others keep changing the rule '${name}'`, { okToRetry: true });
}

async function readRule({ vim }: Vcenter, cluster: Ref<'ClusterComputeResource'>, name: string): Promise<Rule | undefined> {
  const { configurationEx } = await readProperties(vim, 'ClusterComputeResource', cluster, ['configurationEx']);
  const rules = configurationEx?.rule ?? [];
  return rules.find((rule) => rule.name === name && rule.$type === 'ClusterAntiAffinityRuleSpec') as Rule | undefined;
}

function groupOf(env: { [key: string]: Json }): string | undefined {
  const group = isJsonObject(env.bosh) ? env.bosh.group : undefined;
  return typeof group === 'string' ? group : undefined;
}
