import { setTimeout } from 'node:timers/promises';
import { type Data, listObjects } from '@bosh6/vim25';
import { Disks, persistentDisks } from './disks.js';
import type { VmRef } from './nics-of.js';
import { powerOn, type Rack } from './power-on.js';

const lookMs = 100;

/** A VM that is on, and the machine of the lab that does what it would. */
interface Running {
  machine: string;
  name: string;
  /** Files by unit number. */
  disks: Map<string, string>;
}

/** Has the lab follow the VMs of a vCenter, over its own API, until `signal`: on, off, gone, disks that come and go; one after the other. */
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
  const told = new Map<string, string>();
  const look = async (): Promise<void> => {
    const rows = await listObjects(vim, 'VirtualMachine', ['runtime.powerState', 'config.hardware.device'], { signal });
    const gone = [...told.keys()].filter((value) => !rows.some(({ ref }) => ref.value === value));
    const changes: { ref: VmRef; isOn: boolean | undefined; devices: readonly Data<'VirtualDevice'>[] | undefined }[] = rows.map(
      ({ ref, properties: { 'runtime.powerState': state, 'config.hardware.device': devices } }) => {
        return { ref, isOn: state === undefined ? undefined : state === 'poweredOn', devices };
      },
    );
    for (const value of gone) changes.push({ ref: { type: 'VirtualMachine', value }, isOn: false, devices: undefined });
    for (const { ref, isOn, devices } of changes) {
      const now = JSON.stringify([isOn, devices]);
      if (told.get(ref.value) === now) continue;
      told.set(ref.value, now);
      await follow(ref, isOn, devices).catch((error: unknown) =>
        say(`${ref.value}: ${error instanceof Error ? error.message : String(error)}`),
      );
    }
    for (const value of gone) told.delete(value);
  };
  // Not by a property filter: one that goes through a view has vcsim wait for itself when VMs are made at the same time.
  while (!signal.aborted) {
    await look().catch((error: unknown) => {
      if (!signal.aborted) say(`vCenter does not answer: ${error instanceof Error ? error.message : String(error)}`);
    });
    await setTimeout(lookMs, undefined, { signal }).catch(() => {});
  }
}
