import type { CallOptions } from '../session/options.js';
import type { Vim } from '../vim.js';
import type { DatastoreFile } from './datastore-file.js';
import { sendFileRequest } from './send-file-request.js';

/** Removes a file by the server's file access; `DeleteDatastoreFile_Task` does it by the API. Throws `DatastoreFileNotFound`. */
export async function deleteFile(vim: Vim, file: DatastoreFile, { signal }: CallOptions = {}): Promise<void> {
  const response = await sendFileRequest(vim, file, { method: 'DELETE', signal });
  response.resume();
}
