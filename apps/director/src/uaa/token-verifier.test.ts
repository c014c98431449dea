import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { World } from '@bosh6/base';
import { generateRsaKeyPair } from '@bosh6/credentials';
import { SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { rsaAlgorithms, TokenVerifier } from './token-verifier.js';

it('a token that was in order once is so until it ends, and not a second longer; another with its claims is not', async () => {
  const [own, other] = (await Promise.all([generateRsaKeyPair(), generateRsaKeyPair()])).map(({ privateKey }) =>
    createPrivateKey(privateKey.reveal()),
  ) as [ReturnType<typeof createPrivateKey>, ReturnType<typeof createPrivateKey>];
  let now = 1_000_000;
  const world = { now: () => now } as World;
  const verifier = new TokenVerifier({ keys: [{ key: createPublicKey(own) }], algorithms: rsaAlgorithms }, world);
  const claims = { jti: 'x', user_name: 'admin', scope: ['bosh.admin'], exp: 1010 };
  const [good, bad] = await Promise.all([own, other].map((key) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(key)));
  const verify = async (token: string | undefined): Promise<string | undefined> => (await verifier.verify(token ?? ''))?.name;
  expect([await verify(bad), await verify(good), await verify(good), await verify(bad)]).toEqual([undefined, 'admin', 'admin', undefined]);
  now = 1_009_999;
  expect(await verify(good)).toBe('admin');
  now = 1_010_000;
  expect(await verify(good)).toBeUndefined();
});
