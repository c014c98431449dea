import { inspect } from 'node:util';
import { connect, type Vim } from '@bosh6/vim25';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vcsimAvailable } from '../vcsim/build-vcsim.js';
import { startVsphereLab, type VsphereLab } from './lab.js';

describe.skipIf(!(await vcsimAvailable())).each(['127.0.0.1:0', '[::1]:0'])('logging in at %s', (listen) => {
  let lab: VsphereLab;
  const attempt = async (options: Parameters<VsphereLab['connect']>[0]): Promise<unknown> =>
    lab.connect(options).then(
      () => 'connected',
      (error: unknown) => error,
    );
  beforeAll(async () => {
    lab = await startVsphereLab({ listen });
  });
  afterAll(async () => {
    await lab?.stop();
  });

  it('works by the literal address', () => {
    expect(new URL(lab.vcsim.url).host.startsWith(listen.replace(':0', ''))).toBe(true);
    expect(lab.vim.content.about.apiType).toBe('VirtualCenter');
    expect(lab.vim.session.login).toBe(1);
  });

  it('refuses a wrong password, and tells nobody which', async () => {
    const error = await attempt({ password: 'wrong-one' });
    expect(error).toMatchObject({ code: 'VSphereLoginFailed', fault: 'operator' });
    expect(inspect(error, { depth: 9 })).not.toContain('wrong-one');
  });

  it('refuses a server whose certificate nobody vouches for, and says what would help', async () => {
    const error = await attempt({ tls: {} });
    expect(error).toMatchObject({ code: 'VSphereUntrusted', hint: expect.stringContaining('tls.ca') });
  });

  it('trusts anybody when told to, for this connection alone', async () => {
    expect(await attempt({ tls: { rejectUnauthorized: false } })).toBe('connected');
    expect(process.env.NODE_TLS_REJECT_UNAUTHORIZED).toBeUndefined();
    expect(await attempt({ tls: {} })).toMatchObject({ code: 'VSphereUntrusted' });
  });

  it('says which server cannot be reached', async () => {
    const url = lab.vcsim.url.replace(/:\d+\/sdk$/, ':1/sdk');
    expect(await attempt({ url })).toMatchObject({ code: 'VSphereUnreachable', message: expect.stringContaining(new URL(url).host) });
  });

  it.each(['fd00::10', 'http://vcenter', 'https://user:secret@vcenter', 'https://fd00::10/'])('takes %s for no URL', async (url) => {
    const error = await attempt({ url });
    expect(error).toMatchObject({ code: 'VSphereUrlInvalid' });
    expect(String(error)).not.toContain('secret');
  });

  it('stops when aborted', async () => {
    const reason = new Error('enough');
    expect(await attempt({ signal: AbortSignal.abort(reason) })).toBe(reason);
  });

  it('is over after close', async () => {
    const vim: Vim = await connect({ url: lab.vcsim.url, user: 'bosh', password: 'right', tls: { ca: lab.vcsim.ca } });
    await vim.close();
    await vim.close();
    await expect(vim.call('CurrentTime', { type: 'ServiceInstance', value: 'ServiceInstance' }, {})).rejects.toMatchObject({
      code: 'VSphereClosed',
    });
    expect((await lab.vcsim.calls()).Logout).toBe(1);
  });
});
