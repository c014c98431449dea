import { Readable } from 'node:stream';
import { fail } from '../errors.js';
import type { Vim } from '../vim.js';
import type { DatastoreFile } from './datastore-file.js';
import { sendFileRequest } from './send-file-request.js';

/** What to upload: bytes, text, a stream that can be read once, or a function that opens one as often as it is needed. */
export type UploadBody = Uint8Array | string | Readable | (() => Readable);

export interface UploadOptions {
  /** Bytes, where the body is a stream whose length is known. Without it the length is not announced. */
  size?: number | undefined;
  contentType?: string;
  signal?: AbortSignal | undefined;
}

/** Writes a file, or replaces it. Missing directories of the path are the server's affair: vCenter wants them made first. */
export async function uploadFile(vim: Vim, file: DatastoreFile, body: UploadBody, options: UploadOptions = {}): Promise<void> {
  const { contentType = 'application/octet-stream', signal } = options;
  const bytes = typeof body === 'string' ? Buffer.from(body) : body instanceof Uint8Array ? body : undefined;
  const size = bytes?.byteLength ?? options.size;
  const headers = { 'Content-Type': contentType, ...(size === undefined ? {} : { 'Content-Length': size }) };
  // A stream is gone after one try, so the session is tried before it.
  if (body instanceof Readable) await vim.call('CurrentTime', { type: 'ServiceInstance', value: 'ServiceInstance' }, {}, { signal });
  const response = await sendFileRequest(vim, file, { method: 'PUT', headers, signal, body: () => open(bytes ?? body) });
  response.resume();
}

function open(body: UploadBody): Readable {
  if (typeof body === 'function') return body();
  if (body instanceof Readable) {
    if (body.readableDidRead || body.destroyed)
      throw fail('VSphereArgumentInvalid', 'the stream to upload was read before; give a function that opens it');
    return body;
  }
  return Readable.from([typeof body === 'string' ? Buffer.from(body) : body], { objectMode: false });
}
