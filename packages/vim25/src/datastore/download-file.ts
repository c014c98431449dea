import type { Readable } from 'node:stream';
import type { CallOptions } from '../session/options.js';
import type { Vim } from '../vim.js';
import type { DatastoreFile } from './datastore-file.js';
import { sendFileRequest } from './send-file-request.js';

export interface Download {
  /** Read it to its end, or destroy it. */
  readonly body: Readable;
  readonly size: number | undefined;
}

/** Opens a file for reading. Throws `DatastoreFileNotFound`. */
export async function downloadFile(vim: Vim, file: DatastoreFile, { signal }: CallOptions = {}): Promise<Download> {
  const response = await sendFileRequest(vim, file, { method: 'GET', signal });
  const length = response.headers['content-length'];
  return { body: response, size: length === undefined ? undefined : Number(length) };
}
