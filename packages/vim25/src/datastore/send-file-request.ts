import type { IncomingMessage } from 'node:http';
import { fail } from '../errors.js';
import { VSphereFault } from '../faults/vsphere-fault.js';
import type { HttpRequest } from '../http/request.js';
import type { Vim } from '../vim.js';
import { type DatastoreFile, fileUrl, formatDatastorePath } from './datastore-file.js';

export interface FileRequest {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  headers?: HttpRequest['headers'];
  /** Made anew for a second try after a login. */
  body?: (() => HttpRequest['body']) | undefined;
  signal?: AbortSignal | undefined;
}

/** One request for a file, under the session's cookie, again after a new login when the server wants one. */
export async function sendFileRequest(vim: Vim, file: DatastoreFile, request: FileRequest): Promise<IncomingMessage> {
  const url = fileUrl(vim, file);
  const where = { object: formatDatastorePath(file) };
  const { method, headers, body, signal } = request;
  const response = await vim.session.authenticated(async () => {
    const made = body?.();
    const answered = await vim.session.send({
      method,
      url,
      signal,
      ...(headers === undefined ? {} : { headers }),
      ...(made === undefined ? {} : { body: made }),
    });
    if (answered.statusCode !== 401) return answered;
    answered.resume();
    throw new VSphereFault({ $type: 'NotAuthenticated' }, '', `${method} /folder`, where.object);
  }, signal);
  const { statusCode = 0 } = response;
  if (statusCode >= 200 && statusCode < 300) return response;
  response.resume();
  if (statusCode === 404) throw fail('DatastoreFileNotFound', `${where.object} does not exist`, { where });
  throw fail('DatastoreTransferFailed', `${method} of ${where.object} is answered with HTTP ${statusCode}`, {
    where,
    details: { status: statusCode },
  });
}
