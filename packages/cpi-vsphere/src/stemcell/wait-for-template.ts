import { cpiError } from '@bosh6/cpi-protocol';
import type { Vcenter } from '../vcenter.js';
import { findTemplate, isAbandoned, removeHalfMade, type Template } from './template.js';

/** Storage may be slow; the original gives up after four minutes, which was too short for some. */
const longestMs = 60 * 60_000;

/**
 * A template that is whole: the one there is, or the one that another process is making. `undefined` when there is none, also when what a process left
 * that ended too early was removed. Call it in a flight of that name: what this process left half made counts as abandoned.
 */
export async function wholeTemplate(vcenter: Vcenter, name: string, directorUuid: string): Promise<Required<Template> | undefined> {
  const { world } = vcenter;
  const until = world.monotonic() + longestMs;
  for (let pause = 250; ; pause = Math.min(pause * 2, 10_000)) {
    const template = await findTemplate(vcenter, name, directorUuid);
    if (template === undefined) return undefined;
    if (template.snapshot !== undefined) return template as Required<Template>;
    if (isAbandoned(template)) {
      await removeHalfMade(vcenter, template);
      return undefined;
    }
    if (world.monotonic() > until)
      throw cpiError('CloudError', `stemcell '${name}' has been in the making for an hour`, {
        hint: 'if nobody makes it any more, delete it in vCenter',
      });
    await world.sleep(pause);
  }
}
