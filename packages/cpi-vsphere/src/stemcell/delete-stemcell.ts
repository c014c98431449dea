import type { StemcellCid } from '@bosh6/cpi-protocol';
import { doing } from '../faults/doing.js';
import { readFolder } from '../inventory/read-folder.js';
import type { Vcenter } from '../vcenter.js';
import { removeHalfMade } from './template.js';

/** delete_stemcell: the stemcell and its copies on other datastores. One that is not there is deleted. */
export async function deleteStemcell(vcenter: Vcenter, cid: StemcellCid, directorUuid: string): Promise<void> {
  await doing(`deleting stemcell '${cid}'`, async () => {
    const rows = await readFolder(vcenter, 'template_folder', directorUuid, ['name']);
    const own = rows.filter(({ properties }) => properties.name === cid || properties.name?.startsWith(`${cid}_`) === true);
    // the original last: its linked clones of the moment keep it, not its copies
    own.sort((a, b) => (b.properties.name?.length ?? 0) - (a.properties.name?.length ?? 0));
    for (const { ref, properties } of own) await removeHalfMade(vcenter, { ref, name: properties.name ?? cid });
  });
}
