import { createHash, X509Certificate } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { host as hostCertificate } from '../testing/certificates.js';
import { FakeVcenter, soap } from '../testing/fake-vcenter.js';
import type { Vim } from '../vim.js';
import { uploadFile } from './upload-file.js';

const file = { datacenter: 'lab/DC 0', datastore: 'fast & big', path: 'vm 1/env.iso' };
const thumbprint = createHash('sha1').update(new X509Certificate(hostCertificate.cert).raw).digest('hex');

let vcenter: FakeVcenter;
let esx: FakeVcenter;
let full: FakeVcenter;
let vim: Vim;
let status: number;
let vouched: string;
beforeEach(async () => {
  status = 503;
  vouched = thumbprint;
  vcenter = await new FakeVcenter((name) => {
    if (name.includes('/folder/')) return { status };
    const ticket = `<id>ticket</id><sslThumbprint>${vouched}</sslThumbprint>`;
    return name === 'AcquireGenericServiceTicket' ? { body: soap(name, ticket) } : undefined;
  }).listen();
  full = await new FakeVcenter(() => ({ status: 507 }), hostCertificate).listen();
  esx = await new FakeVcenter(() => ({ status: 201 }), hostCertificate).listen();
  vim = await vcenter.connect();
});
afterEach(async () => {
  await vim.close();
  await Promise.all([vcenter.close(), esx.close(), full.close()]);
});
const upload = () => uploadFile(vim, file, 'settings', { hosts: async () => [new URL(full.url), new URL(esx.url)] });

it('goes to a host, under a ticket for that request, where vCenter cannot write the file', async () => {
  await upload();
  const path = '/folder/vm%201/env.iso?dsName=fast%20%26%20big';
  expect(vcenter.seen.at(-1)?.body).toContain(`<url>${esx.url}${path.replaceAll('&', '&amp;')}</url>`);
  for (const one of [full, esx])
    expect(one.seen).toMatchObject([
      { method: 'PUT', url: path, body: 'settings', headers: { cookie: 'vmware_cgi_ticket=ticket', 'content-length': '8' } },
    ]);
});

it('goes to no host where vCenter writes it', async () => {
  status = 201;
  await upload();
  expect(esx.seen).toEqual([]);
  expect(vcenter.seen.filter(({ body }) => body.includes('AcquireGenericServiceTicket'))).toEqual([]);
});

it('tells what vCenter said where no host takes it, and sends nothing to one that vCenter does not vouch for', async () => {
  vouched = '00'.repeat(20);
  await expect(upload()).rejects.toMatchObject({ code: 'DatastoreTransferFailed', message: expect.stringContaining('HTTP 503') });
  expect(esx.seen).toEqual([]);
});
