import { buffer } from 'node:stream/consumers';
import { isJsonObject, type JsonObject } from '@bosh6/base';
import { readIso } from '@bosh6/cpi-vsphere';
import { type Data, downloadFile, parseDatastorePath, type Vim } from '@bosh6/vim25';

/** What the VM's agent would read from the CD in its drive. */
export async function settingsOf(vim: Vim, devices: readonly Data<'VirtualDevice'>[], datacenter: string): Promise<JsonObject | undefined> {
  const files = devices.flatMap(({ backing }) => (backing?.$type === 'VirtualCdromIsoBackingInfo' ? [backing.fileName] : []));
  const [file] = files;
  if (file === undefined) return undefined;
  const { body } = await downloadFile(vim, { datacenter, ...parseDatastorePath(file) });
  const settings: unknown = JSON.parse(readIso(await buffer(body)).toString('utf8'));
  return isJsonObject(settings as JsonObject) ? (settings as JsonObject) : undefined;
}
