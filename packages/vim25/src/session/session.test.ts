import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, FakeVcenter } from '../testing/fake-vcenter.js';

const now = { type: 'ServiceInstance', value: 'ServiceInstance' } as const;

describe('a session', () => {
  let server: FakeVcenter;
  const start = async (answer?: Answer): Promise<FakeVcenter> => {
    server = await new FakeVcenter(answer).listen();
    return server;
  };
  afterEach(() => server.close());

  it('sends the cookie as it was spelled, and asks for the newest version that both know', async () => {
    const vim = await (await start()).connect();
    await vim.call('CurrentTime', now, {});
    expect(server.seen.at(-1)?.headers).toMatchObject({ cookie: 'vmware_soap_session="key-1"', soapaction: '"urn:vim25/7.0"' });
    await vim.close();
    expect(server.seen.at(-1)).toMatchObject({
      headers: { cookie: 'vmware_soap_session="key-1"' },
      body: expect.stringContaining('<Logout '),
    });
  });

  it('gives other services its key in the header, without quotes', async () => {
    const vim = await (await start()).connect();
    await vim.call('PbmQueryProfile', { type: 'PbmProfileProfileManager', value: 'pm' }, { resourceType: { resourceType: 'STORAGE' } });
    expect(server.seen.at(-1)).toMatchObject({ url: '/pbm', headers: { soapaction: '"urn:pbm/2.0"' } });
    expect(server.seen.at(-1)?.body).toContain('<soapenv:Header><vcSessionCookie>key-1</vcSessionCookie></soapenv:Header>');
    expect(server.seen.at(-1)?.body).toContain('<PbmQueryProfile xmlns="urn:pbm">');
    await vim.close();
  });

  it.each([
    [{ status: 503, body: '<html>busy</html>' }, 'VSphereRefused'],
    [{ status: 200, body: '<html>hello</html>' }, 'VSphereReplyInvalid'],
    [{ status: 200, body: '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>' }, 'VSphereReplyInvalid'],
  ])('tells an answer that is none: %j', async (answer, code) => {
    const vim = await (await start((name) => (name === 'CurrentTime' ? answer : undefined))).connect();
    await expect(vim.call('CurrentTime', now, {})).rejects.toMatchObject({ code });
    await vim.close();
  });

  it('refuses methods that the tables do not have, before anything is sent', async () => {
    const vim = await (await start()).connect();
    const sent = server.seen.length;
    await expect(vim.call('Nonsense' as 'CurrentTime', now, {})).rejects.toMatchObject({ code: 'VSphereArgumentInvalid' });
    await expect(vim.call('CurrentTime', now, { odd: 1 } as never)).rejects.toMatchObject({ code: 'VSphereArgumentInvalid' });
    expect(server.seen).toHaveLength(sent);
    await vim.close();
  });

  it('ends a call when its signal does, and no other', async () => {
    const stop = new AbortController();
    const vim = await (
      await start((name) => {
        if (name === 'FindByInventoryPath') stop.abort(new Error('enough'));
        return undefined;
      })
    ).connect();
    const index = { type: 'SearchIndex', value: 's' } as const;
    const both = [
      vim.call('FindByInventoryPath', index, { inventoryPath: 'a' }, { signal: stop.signal }),
      vim.call('CurrentTime', now, {}),
    ];
    const [aborted, fine] = await Promise.allSettled(both);
    expect(aborted).toMatchObject({ status: 'rejected', reason: new Error('enough') });
    expect(fine?.status).toBe('fulfilled');
    await vim.close();
  });
});
