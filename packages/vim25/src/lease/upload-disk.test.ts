import { createHash, X509Certificate } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { host as hostCertificate } from '../testing/certificates.js';
import { FakeVcenter } from '../testing/fake-vcenter.js';
import type { Vim } from '../vim.js';
import { uploadDisk } from './upload-disk.js';

describe('where a lease wants its disk', () => {
  let vcenter: FakeVcenter;
  let esx: FakeVcenter;
  let vim: Vim;
  const upload = (url: string, sslThumbprint?: string): Promise<void> =>
    uploadDisk(
      vim,
      { $type: 'HttpNfcLeaseDeviceUrl', key: 'k', importKey: 'i', url, sslThumbprint: sslThumbprint ?? '' },
      { deviceId: 'i', size: 4, open: () => Readable.from(['disk']) },
      { signal: new AbortController().signal, count: () => {} },
    );
  beforeEach(async () => {
    vcenter = await new FakeVcenter().listen();
    esx = await new FakeVcenter(() => undefined, hostCertificate).listen();
    vim = await vcenter.connect();
  });
  afterEach(async () => {
    await vim.close();
    await Promise.all([vcenter.close(), esx.close()]);
  });

  it('is where the client connected when it says *', async () => {
    await upload(`${vcenter.url.replace('[::1]', '*')}/nfc/1/disk-0.vmdk`);
    expect(vcenter.seen.at(-1)).toMatchObject({ method: 'POST', url: '/nfc/1/disk-0.vmdk', body: 'disk' });
    expect(vcenter.seen.at(-1)?.headers).toMatchObject({ 'content-type': 'application/x-vnd.vmware-streamVmdk', 'content-length': '4' });
    expect(vcenter.seen.at(-1)?.headers.cookie).toBeUndefined();
  });

  it.each(['sha1', 'sha256'])('is a host whose certificate has the thumbprint that vCenter gave (%s)', async (algorithm) => {
    const digest = createHash(algorithm).update(new X509Certificate(hostCertificate.cert).raw).digest('hex');
    await upload(`${esx.url}/nfc/1/d`, (digest.match(/../g) ?? []).join(':').toUpperCase());
    expect(esx.seen.at(-1)).toMatchObject({ method: 'POST', body: 'disk' });
  });

  it('is no host with another certificate, and none without one that is trusted', async () => {
    await expect(upload(`${esx.url}/nfc/1/d`, `${'00:'.repeat(19)}00`)).rejects.toMatchObject({ code: 'VSphereUntrusted' });
    await expect(upload(`${esx.url}/nfc/1/d`)).rejects.toMatchObject({ code: 'VSphereUntrusted' });
    await expect(upload(`${esx.url.replace('https', 'http')}/nfc/1/d`)).rejects.toMatchObject({ code: 'LeaseFailed' });
    expect(esx.seen).toEqual([]);
  });
});
