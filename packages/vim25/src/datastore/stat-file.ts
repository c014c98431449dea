import { CodedError } from '@bosh6/base';
import type { CallOptions } from '../session/options.js';
import type { Vim } from '../vim.js';
import type { DatastoreFile } from './datastore-file.js';
import { sendFileRequest } from './send-file-request.js';

export interface FileStat {
  readonly size: number | undefined;
  readonly modified: Date | undefined;
}

/** Size and time of a file; undefined where there is none. */
export async function statFile(vim: Vim, file: DatastoreFile, { signal }: CallOptions = {}): Promise<FileStat | undefined> {
  try {
    const response = await sendFileRequest(vim, file, { method: 'HEAD', signal });
    response.resume();
    const { 'content-length': length, 'last-modified': modified } = response.headers;
    return { size: length === undefined ? undefined : Number(length), modified: modified === undefined ? undefined : new Date(modified) };
  } catch (error) {
    if (CodedError.is(error, 'DatastoreFileNotFound')) return undefined;
    throw error;
  }
}
