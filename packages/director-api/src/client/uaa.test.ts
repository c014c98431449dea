import { Secret } from '@bosh6/base';
import { describe, expect, it } from 'vitest';
import { parseTarget } from './target.js';
import type { Incoming, Outgoing } from './transport.js';
import { createUaa, type Uaa } from './uaa.js';

const url = 'https://[2001:db8::1]:25555/uaa';
const answering = (status: number, text: string, sent: Outgoing[] = []): Uaa => {
  const target = parseTarget('https://[2001:db8::1]');
  const send = async (outgoing: Outgoing): Promise<Incoming> => {
    sent.push(outgoing);
    return { status, headers: {}, stream: {} as Incoming['stream'], text: async () => text };
  };
  return createUaa(url, { target, transport: { send, close: () => {} } }, {});
};
const ci = { client: 'ci', secret: new Secret('s:1') };

describe('a token service', () => {
  it('is asked as UAAs are', async () => {
    const sent: Outgoing[] = [];
    const tokens = await answering(200, '{"token_type":"bearer","access_token":"a","refresh_token":"r"}', sent).grant({
      grant_type: 'password',
      username: 'ä',
    });
    expect(tokens).toEqual({ tokenType: 'bearer', accessToken: 'a', refreshToken: 'r' });
    expect(sent[0]).toMatchObject({ method: 'POST', path: '/uaa/oauth/token', body: 'grant_type=password&username=%C3%A4' });
    expect(sent[0]?.headers).toMatchObject({ authorization: `Basic ${Buffer.from('bosh_cli:').toString('base64')}` });
    await answering(200, '{"access_token":"a"}', sent).grant({ grant_type: 'client_credentials' }, ci);
    expect(sent[1]?.headers).toMatchObject({ authorization: `Basic ${Buffer.from('ci:s:1').toString('base64')}` });
  });

  it.each<[grant: string, status: number, text: string, error: object]>([
    [
      'refresh_token',
      401,
      '{"error":"invalid_token","error_description":"it has ended"}',
      { message: `your log-in has ended: the token service ${url} says: it has ended`, hint: 'log in again with `bosh6 log-in`' },
    ],
    ['refresh_token', 401, '{"error":"invalid_token"}', { message: `your log-in has ended: the token service ${url} says: invalid_token` }],
    [
      'client_credentials',
      401,
      '<html>',
      {
        message: `the token service ${url} refused client 'ci': status 401`,
        hint: 'check --client and --client-secret, or BOSH_CLIENT and BOSH_CLIENT_SECRET',
      },
    ],
    ['password', 401, '[]', { message: `the token service ${url} refused the log-in: status 401` }],
  ])('says why it refuses the grant %s', async (grant, status, text, error) => {
    await expect(answering(status, text).grant({ grant_type: grant }, ci)).rejects.toMatchObject({
      code: 'AuthenticationFailed',
      ...error,
    });
  });

  it('that is broken is no wrong password', async () => {
    await expect(answering(502, 'no upstream').grant({ grant_type: 'password' })).rejects.toMatchObject({ code: 'DirectorFailed' });
  });
});
