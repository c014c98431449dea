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

  const turnOn = async (ref: VmRef, devices: readonly Data<'VirtualDevice'>[]): Promise<void> => {
    if (!running.has(ref.value)) {
      const made = await powerOn(rack, ref);
      say(made === undefined ? `${ref.value} has no agent` : `${made.name} runs as ${made.machine}`);
      if (made !== undefined) running.set(ref.value, { ...made, disks: new Map() });
    }
    const now = running.get(ref.value);
    if (now !== undefined) await disks.follow(now.machine, now.disks, persistentDisks(devices));
  };
  const turnOff = async (id: string): Promise<void> => {
    const known = running.get(id);
    if (known === undefined) return;
    running.delete(id);
    await disks.follow(known.machine, known.disks, new Map());
    await lab.deleteVm(known.machine);
    say(`${known.name} is off`);
  };
  const trying = (what: string, work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => {
      if (!signal.aborted) say(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    });

  /** By VM. What failed once is not tried again before something changes. */
  let seen = new Map<string, string>();
  const look = async (): Promise<void> => {
    const rows = await listObjects(vim, 'VirtualMachine', ['runtime.powerState', 'config.hardware.device'], { signal });
    const now = new Map(rows.map(({ ref, properties }) => [ref.value, JSON.stringify(properties)]));
    const changed = rows.filter(({ ref }) => now.get(ref.value) !== seen.get(ref.value));
    seen = now;
    for (const id of running.keys()) if (!now.has(id)) await trying(id, turnOff(id));
    for (const { ref, properties } of changed) {
      const { 'runtime.powerState': state, 'config.hardware.device': devices = [] } = properties;
      await trying(ref.value, state === 'poweredOn' ? turnOn(ref, devices) : turnOff(ref.value));
    }
  };
  // Not by a property filter: one that goes through a view has vcsim wait for itself when VMs are made at the same time.
  while (!signal.aborted) {
    await trying('vCenter does not answer', look());
    await setTimeout(lookMs, undefined, { signal }).catch(() => {});
  }
}
