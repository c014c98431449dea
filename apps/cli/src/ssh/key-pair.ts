import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { Secret } from '@bosh6/base';

/** A key of one command: nobody can use it once the command has ended, for its user is removed from the VMs. */
export interface KeyPair {
  /** PEM, as `ssh -i` reads it. */
  readonly privateKey: Secret;
  /** A line as in authorized_keys. */
  readonly publicKey: string;
}

/** RSA of 2048 bits, which the oldest sshd of a stemcell takes too. */
export function makeKeyPair(): KeyPair {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const { n = '', e = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const parts = [Buffer.from('ssh-rsa'), integer(e), integer(n)].map((part) => Buffer.concat([length(part), part]));
  return { privateKey: new Secret(privateKey), publicKey: `ssh-rsa ${Buffer.concat(parts).toString('base64')}\n` };
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
