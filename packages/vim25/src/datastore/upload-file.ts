import { Readable } from 'node:stream';
import { CodedError } from '@bosh6/base';
import { fail } from '../errors.js';
import type { Vim } from '../vim.js';
import type { DatastoreFile } from './datastore-file.js';
import { sendFileRequest } from './send-file-request.js';
import { uploadToHost } from './upload-to-host.js';

/** What to upload: bytes, text, a stream that can be read once, or a function that opens one as often as it is needed. */
export type UploadBody = Uint8Array | string | Readable | (() => Readable);

export interface UploadOptions {
  /** Bytes, where the body is a stream whose length is known. Without it the length is not announced. */
  size?: number | undefined;
  contentType?: string;
  /** `https://HOST` of hosts that have the datastore: asked for, and tried in turn, where vCenter's own file access fails. Wants a body that can be read again. */
  hosts?: (() => Promise<readonly URL[]>) | undefined;
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
  try {
    const response = await sendFileRequest(vim, file, { method: 'PUT', headers, signal, body: () => open(bytes ?? body) });
    response.resume();
  } catch (error) {
    if (!CodedError.is(error, 'DatastoreTransferFailed')) throw error;
    for (const host of (await options.hosts?.()) ?? []) {
      const sent = uploadToHost(vim, host, file, { headers, signal, open: () => open(bytes ?? body) });
      if (await sent.then(() => true, isOthers)) return;
    }
    throw error;
  }
}

/** A host that fails leaves it to the next one; vCenter's own failure says most in the end. */
function isOthers(error: unknown): false {
  if (!CodedError.is(error)) throw error;
  return false;
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
