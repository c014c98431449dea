import { randomBytes, scryptSync } from 'node:crypto';

const cost = { ln: 15, r: 8, p: 1 };

/** What may stand in the file of a password or secret instead of it; `StoredSecret` reads it. */
export function hashSecret(secret: string): string {
  const { ln, r, p } = cost;
  const salt = randomBytes(16);
  const hash = scryptSync(secret, salt, 32, { N: 2 ** ln, r, p, maxmem: 2 ** 27 });
  const text = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
  return `$scrypt$ln=${ln},r=${r},p=${p}$${text(salt)}$${text(hash)}`;
}
