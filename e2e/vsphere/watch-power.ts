import { type Data, viewSpec, watchUpdates } from '@bosh6/vim25';
import { Disks, persistentDisks } from './disks.js';
import type { VmRef } from './nics-of.js';
import { powerOn, type Rack } from './power-on.js';

/** A VM that is on, and the machine of the lab that does what it would. */
interface Running {
  machine: string;
  name: string;
  /** Files by unit number. */
  disks: Map<string, string>;
}

/** Has the lab follow the VMs of a vCenter, over its own API, until `signal`: on, off, gone, disks that come and go; one after the other, as they were told. */
export async function watchPower(rack: Rack, say: (line: string) => void, signal: AbortSignal): Promise<void> {
  const { vim, lab } = rack;
  const running = new Map<string, Running>();
  const disks = new Disks(lab);

  const follow = async (ref: VmRef, isOn: boolean | undefined, devices: readonly Data<'VirtualDevice'>[] | undefined): Promise<void> => {
    const known = running.get(ref.value);
    if (isOn === true && known === undefined) {
      const made = await powerOn(rack, ref);
      say(made === undefined ? `${ref.value} has no agent` : `${made.name} runs as ${made.machine}`);
      if (made !== undefined) running.set(ref.value, { ...made, disks: new Map() });
    } else if (isOn === false && known !== undefined) {
      running.delete(ref.value);
      await disks.follow(known.machine, known.disks, new Map());
      await lab.deleteVm(known.machine);
      say(`${known.name} is off`);
    }
    const now = running.get(ref.value);
    if (now !== undefined && devices !== undefined) await disks.follow(now.machine, now.disks, persistentDisks(devices));
  };
  const prepare = async () => {
    const manager = vim.content.viewManager ?? { type: 'ViewManager' as const, value: 'ViewManager' };
    const view = await vim.call('CreateContainerView', manager, {
      container: vim.content.rootFolder,
      type: ['VirtualMachine'],
      recursive: true,
    });
    return [viewSpec(view, 'VirtualMachine', ['runtime.powerState', 'config.hardware.device'])];
  };
  for await (const updates of watchUpdates(vim.session, prepare, { signal }))
    for (const { kind, obj, changeSet = [] } of updates) {
      const value = (name: string): unknown => changeSet.find((change) => change.name === name)?.val;
      const state = kind === 'leave' ? 'poweredOff' : value('runtime.powerState');
      const isOn = state === undefined ? undefined : state === 'poweredOn';
      const devices = value('config.hardware.device') as readonly Data<'VirtualDevice'>[] | undefined;
      await follow(obj as VmRef, isOn, devices).catch((error: unknown) =>
        say(`${obj.value}: ${error instanceof Error ? error.message : String(error)}`),
      );
    }
}
