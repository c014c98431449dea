import type { Readable } from 'node:stream';
import { fail } from '../errors.js';
import { sendRequest } from '../http/request.js';
import { trustThumbprint } from '../http/trust-thumbprint.js';
import type { Vim } from '../vim.js';
import { type DatastoreFile, formatDatastorePath, hostFileUrl } from './datastore-file.js';

export interface HostUpload {
  headers: Record<string, string | number>;
  open: () => Readable;
  signal?: AbortSignal | undefined;
}

/** Writes a file by a host that has the datastore, under a ticket of vCenter's for this one request. */
export async function uploadToHost(vim: Vim, host: URL, file: DatastoreFile, { headers, open, signal }: HostUpload): Promise<void> {
  const { endpoint, content } = vim.session;
  if (content.sessionManager === undefined) throw fail('VSphereReplyInvalid', 'the server has no SessionManager');
  const url = hostFileUrl(host, file);
  const spec = { $type: 'SessionManagerHttpServiceRequestSpec', method: 'httpPut', url: url.href } as const;
  const { id, sslThumbprint = '' } = await vim.call('AcquireGenericServiceTicket', content.sessionManager, { spec }, { signal });
  const to = sslThumbprint === '' ? endpoint : await trustThumbprint(endpoint, url, sslThumbprint, signal ?? vim.closed);
  try {
    const response = await sendRequest(to, {
      method: 'PUT',
      url,
      headers: { ...headers, Cookie: `vmware_cgi_ticket=${id}` },
      body: open(),
      signal,
    });
    response.resume();
    const { statusCode: status = 0 } = response;
    if (status >= 200 && status < 300) return;
    const where = { object: formatDatastorePath(file) };
    throw fail('DatastoreTransferFailed', `PUT of ${where.object} at ${url.host} is answered with HTTP ${status}`, {
      where,
      details: { status },
    });
  } finally {
    if (to !== endpoint) to.agent.destroy();
  }
}
