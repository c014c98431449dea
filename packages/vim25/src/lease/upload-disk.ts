import { Transform } from 'node:stream';
import { fail } from '../errors.js';
import { sendRequest } from '../http/request.js';
import { trustThumbprint } from '../http/trust-thumbprint.js';
import type { Data } from '../schema/values.js';
import type { Vim } from '../vim.js';
import type { LeaseItem } from './upload-lease.js';

export interface DiskUploadOptions {
  signal: AbortSignal;
  count: (bytes: number) => void;
}

/** Posts one stream-optimised disk to where the lease wants it, usually a host rather than vCenter. */
export async function uploadDisk(
  vim: Vim,
  device: Data<'HttpNfcLeaseDeviceUrl'>,
  item: LeaseItem,
  { signal, count }: DiskUploadOptions,
): Promise<void> {
  const { endpoint } = vim.session;
  // '*' stands for the host that the client itself asked.
  const url = new URL(device.url.replace(/^(https?:\/\/)\*(?=[:/])/, (_all, scheme: string) => `${scheme}${endpoint.url.hostname}`));
  if (url.protocol !== 'https:') throw fail('LeaseFailed', `the lease wants ${item.deviceId} at ${url.origin}, which is not encrypted`);
  const { sslThumbprint = '' } = device;
  const elsewhere = url.host !== endpoint.url.host && sslThumbprint !== '';
  const to = elsewhere ? await trustThumbprint(endpoint, url, sslThumbprint, signal) : endpoint;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      count(chunk.byteLength);
      done(null, chunk);
    },
  });
  const body = item.open();
  body.on('error', (error) => counted.destroy(error));
  counted.on('close', () => body.destroy());
  try {
    const headers = { 'Content-Type': 'application/x-vnd.vmware-streamVmdk', 'Content-Length': item.size, Overwrite: 't' };
    const response = await sendRequest(to, { method: 'POST', url, headers, body: body.pipe(counted), signal });
    response.resume();
    const { statusCode = 0 } = response;
    if (statusCode < 200 || statusCode > 299)
      throw fail('LeaseFailed', `${url.host} answers the upload of ${item.deviceId} with HTTP ${statusCode}`, {
        details: { status: statusCode },
      });
  } finally {
    body.destroy();
    if (to !== endpoint) to.agent.destroy();
  }
}
