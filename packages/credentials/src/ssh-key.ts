import { createHash, createPublicKey, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { Secret } from '@bosh6/base';
import type { SshKeyPair } from './types.js';

const generate = promisify(generateKeyPair);

/** A key for ssh: RSA of 2048 bits unless said, which the oldest sshd of a stemcell takes too. */
export async function generateSshKeyPair(bits = 2048): Promise<SshKeyPair> {
  const { privateKey } = await generate('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const { n = '', e = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const parts = [Buffer.from('ssh-rsa'), integer(e), integer(n)].map((part) => Buffer.concat([length(part), part]));
  const blob = Buffer.concat(parts);
  const fingerprint = createHash('md5')
    .update(blob)
    .digest('hex')
    .replace(/..(?=.)/g, '$&:');
  return { privateKey: new Secret(privateKey), publicKey: `ssh-rsa ${blob.toString('base64')}\n`, fingerprint };
}

/** An mpint (RFC 4251 section 5): one zero byte in front where the highest bit would make it negative. */
function integer(base64url: string): Buffer {
  const bytes = Buffer.from(base64url, 'base64url');
  return ((bytes[0] ?? 0) & 0x80) === 0 ? bytes : Buffer.concat([Buffer.from([0]), bytes]);
}

function length(part: Buffer): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(part.length);
  return four;
}
