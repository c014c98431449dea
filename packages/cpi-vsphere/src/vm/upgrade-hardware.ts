import { doing, ignoring } from '../faults/doing.js';
import type { VmProperties } from '../properties/vm-properties.js';
import type { Vcenter } from '../vcenter.js';
import type { MadeVm } from './made-vm.js';

/** Brings the VM's virtual hardware to the wanted version, or to the newest that its host has. A newer one stays. */
export async function upgradeHardware(
  { vim, properties }: Vcenter,
  vm: MadeVm,
  wish: Pick<VmProperties, 'upgrade_hw_version'> = {},
  what = `VM '${vm.cid}'`,
): Promise<void> {
  const { upgrade_hw_version: newest, default_hw_version: version } = properties.vcenter;
  const isNewest = wish.upgrade_hw_version ?? newest;
  if (!isNewest && vm.hardwareVersion >= version) return;
  const args = isNewest ? {} : { version: `vmx-${version}` };
  await doing(`upgrading the hardware of ${what} to ${args.version ?? 'the newest'}`, () =>
    vim.run('UpgradeVM_Task', vm.ref, args).catch(ignoring('AlreadyUpgraded')),
  );
}
