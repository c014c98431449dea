import { isJsonObject } from '@bosh6/base';

export interface ParsedDiskCid {
  /** `disk-<uuid>`: the name of the file. */
  name: string;
  /** Names of the datastores that the disk's type allows. */
  datastores?: RegExp;
}

/** `disk-<uuid>`, and behind a dot in base64 which datastores the disk's type names, as the original writes it. */
export function printDiskCid(name: string, datastores: readonly string[] | undefined): string {
  if (datastores === undefined) return name;
  const pattern = `^(${datastores.map((one) => one.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')})$`;
  return `${name}.${Buffer.from(JSON.stringify({ target_datastore_pattern: pattern })).toString('base64url')}`;
}

/** Never throws: a cid that nobody gave out is one of a disk that is not there. */
export function parseDiskCid(cid: string): ParsedDiskCid {
  const dot = cid.indexOf('.');
  if (dot < 0) return { name: cid };
  const name = cid.slice(0, dot);
  try {
    const data: unknown = JSON.parse(Buffer.from(cid.slice(dot + 1), 'base64url').toString('utf8'));
    const pattern = isJsonObject(data) ? data.target_datastore_pattern : undefined;
    return typeof pattern === 'string' ? { name, datastores: new RegExp(pattern) } : { name };
  } catch {
    return { name };
  }
}
