import { fail } from '../errors.js';
import type { Vim } from '../vim.js';

/** A file of a datastore, as the server's file access names it. */
export interface DatastoreFile {
  /** Inventory path of the datacenter, without a slash in front: `DC0`, `lab/DC0`. */
  readonly datacenter: string;
  /** The datastore's name. */
  readonly datastore: string;
  /** Path below the datastore: `vm-1/env.iso`. */
  readonly path: string;
}

/** `[datastore1] vm-1/env.iso`, as the API's methods and device backings spell a file. */
export function formatDatastorePath({ datastore, path }: Pick<DatastoreFile, 'datastore' | 'path'>): string {
  return path === '' ? `[${datastore}]` : `[${datastore}] ${path}`;
}

/** Reads `[datastore1] vm-1/env.iso`. Throws `DatastorePathInvalid`. */
export function parseDatastorePath(text: string): Pick<DatastoreFile, 'datastore' | 'path'> {
  const match = /^\s*\[([^\]]+)\]\s*(.*?)\s*$/s.exec(text);
  if (match === null) throw fail('DatastorePathInvalid', `'${text}' is no datastore path; one looks like '[datastore1] folder/file'`);
  return { datastore: match[1] ?? '', path: match[2] ?? '' };
}

/** The URL of a file at vCenter, every part percent-encoded. */
export function fileUrl(vim: Vim, file: DatastoreFile): URL {
  return urlAt(vim.session.endpoint.url, file, `dcPath=${encodeURIComponent(file.datacenter)}&`);
}

/** The same at a host, which knows no datacenters. */
export function hostFileUrl(host: URL, file: Pick<DatastoreFile, 'datastore' | 'path'>): URL {
  return urlAt(host, file, '');
}

function urlAt(base: URL, { datastore, path }: Pick<DatastoreFile, 'datastore' | 'path'>, query: string): URL {
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    throw fail('DatastorePathInvalid', `'${path}' is no path below a datastore: it has an empty part, '.' or '..'`);
  // Not URLSearchParams: it spells a space as a plus sign, which not every server reads back.
  return new URL(`/folder/${parts.map(encodeURIComponent).join('/')}?${query}dsName=${encodeURIComponent(datastore)}`, base);
}
