import type { JsonObject } from '@bosh6/base';
import type { CloudConfig, Manifest } from '@bosh6/formats';
import type { Desired } from '@bosh6/plan';
import type { Scope } from '../engine/scope.js';

/** What each CPI that a group's VMs may be made with calculates from its `vm_resources`; likewise for compilation. */
export async function calculateCloudProperties(
  scope: Scope,
  manifest: Manifest,
  { azs, compilation }: CloudConfig,
): Promise<NonNullable<Desired['calculated']>> {
  const wanted = [
    ...manifest.instanceGroups.map(({ name, vmResources, azs: of = [] }) => ({ name, vmResources, azs: of })),
    { name: '', vmResources: compilation.vmResources, azs: compilation.az === undefined ? [] : [compilation.az] },
  ];
  const calculated: NonNullable<Desired['calculated']> = {};
  for (const { name, vmResources, azs: among } of wanted) {
    if (vmResources === undefined) continue;
    const { cpu, ram, ephemeralDiskSize } = vmResources;
    const cpis = new Set(among.length === 0 ? [''] : among.map((az) => azs.find((each) => each.name === az)?.cpi ?? ''));
    const byCpi: Record<string, JsonObject> = {};
    for (const cpi of cpis) {
      byCpi[cpi] = await scope.cpi(cpi).call('calculateVmCloudProperties', [{ cpu, ram, ephemeral_disk_size: ephemeralDiskSize }]);
    }
    calculated[name] = byCpi;
  }
  return calculated;
}
