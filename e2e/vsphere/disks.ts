import type { LabClient } from '@bosh6/lab';
import { type Data, parseDatastorePath } from '@bosh6/vim25';

/** Where the lab's machines show their disks, and agents look for a hint that is a unit number. */
const shown = '/dev/bosh/disks';

/** Persistent disks of a VM: the file of each by its unit number. */
export function persistentDisks(devices: readonly Data<'VirtualDevice'>[], folder = 'BOSH_Disks/'): Map<string, string> {
  const disks = new Map<string, string>();
  for (const device of devices) {
    if (device.$type !== 'VirtualDisk' || device.unitNumber === undefined) continue;
    const { backing } = device;
    if (backing === undefined || !('fileName' in backing) || typeof backing.fileName !== 'string') continue;
    const { path } = parseDatastorePath(backing.fileName);
    if (path.startsWith(folder)) disks.set(String(device.unitNumber), path);
  }
  return disks;
}

/** The lab's directories that stand for files of the vCenter. */
export class Disks {
  readonly #lab: LabClient;
  readonly #cids = new Map<string, string>();

  constructor(lab: LabClient) {
    this.#lab = lab;
  }

  /** Gives a machine the disks that its VM has, and takes those that it has no more. `has` is what it was given so far, and is kept true. */
  async follow(machine: string, has: Map<string, string>, now: ReadonlyMap<string, string>): Promise<void> {
    for (const [unit, file] of [...has]) {
      if (now.get(unit) === file) continue;
      has.delete(unit);
      await this.#lab.exec(machine, ['rm', '-f', `${shown}/${unit}`]);
      await this.#lab.detachDisk(machine, await this.#cid(file));
    }
    for (const [unit, file] of now) {
      if (has.has(unit)) continue;
      has.set(unit, file);
      const { path } = await this.#lab.attachDisk(machine, await this.#cid(file));
      await this.#lab.exec(machine, ['ln', '-sfn', path, `${shown}/${unit}`]);
    }
  }

  async #cid(file: string): Promise<string> {
    const known = this.#cids.get(file);
    if (known !== undefined) return known;
    const made = await this.#lab.createDisk({ sizeMib: 1024, cloudProperties: { file } });
    this.#cids.set(file, made);
    return made;
  }
}
