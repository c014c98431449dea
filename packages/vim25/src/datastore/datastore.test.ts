import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, FakeVcenter } from '../testing/fake-vcenter.js';
import { formatDatastorePath, parseDatastorePath } from './datastore-file.js';
import { deleteFile } from './delete-file.js';
import { downloadFile } from './download-file.js';
import { uploadFile } from './upload-file.js';

const file = { datacenter: 'lab/DC 0', datastore: 'fast & big', path: 'vm 1/a+b.iso' };

describe('file access', () => {
  let server: FakeVcenter;
  const start = async (answer: Answer) => {
    server = await new FakeVcenter(answer).listen();
    return server.connect();
  };
  afterEach(() => server.close());
  /** Wants the second login, as a vCenter whose session has ended. */
  const wantsSecondLogin: Answer = (name, { headers }) =>
    name.includes('/folder/') ? { status: headers.cookie === 'vmware_soap_session="key-2"' ? 200 : 401, body: 'content' } : undefined;

  it('percent-encodes path and query, and sends the cookie', async () => {
    const vim = await start(() => undefined);
    await uploadFile(vim, file, 'x');
    expect(server.seen.at(-1)).toMatchObject({
      method: 'PUT',
      url: '/folder/vm%201/a%2Bb.iso?dcPath=lab%2FDC%200&dsName=fast%20%26%20big',
      headers: { cookie: 'vmware_soap_session="key-1"', 'content-length': '1', 'content-type': 'application/octet-stream' },
      body: 'x',
    });
    expect(server.seen.at(-1)?.headers).not.toHaveProperty('soapaction');
    await deleteFile(vim, file);
    expect(server.seen.at(-1)?.method).toBe('DELETE');
    await vim.close();
  });

  it('logs in again where it is asked to, and sends the whole again', async () => {
    const vim = await start(wantsSecondLogin);
    await uploadFile(vim, file, () => Readable.from(['who', 'le']));
    expect(server.seen.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual(['whole', 'whole']);
    expect(await text((await downloadFile(vim, file)).body)).toBe('content');
    expect(server.logins).toBe(2);
    await vim.close();
  });

  it.each([
    [404, 'DatastoreFileNotFound'],
    [401, 'VSphereFault'],
    [507, 'DatastoreTransferFailed'],
  ])('tells HTTP %i as %s', async (status, code) => {
    const vim = await start((name) => (name.includes('/folder/') ? { status } : undefined));
    await expect(downloadFile(vim, file)).rejects.toMatchObject({ code });
    await vim.close();
  });

  it('spells paths as the API does', async () => {
    await start(() => undefined);
    expect(formatDatastorePath(file)).toBe('[fast & big] vm 1/a+b.iso');
    expect(parseDatastorePath('[fast & big] vm 1/a+b.iso')).toEqual({ datastore: 'fast & big', path: 'vm 1/a+b.iso' });
    expect(parseDatastorePath('[ds]')).toEqual({ datastore: 'ds', path: '' });
    expect(() => parseDatastorePath('vm/a')).toThrow(expect.objectContaining({ code: 'DatastorePathInvalid' }));
  });
});
