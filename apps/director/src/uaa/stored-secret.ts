import { createHash, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Secret } from '@bosh6/base';
import { fail } from '../errors.js';

interface Hash {
  readonly salt: Buffer;
  readonly expected: Buffer;
  readonly cost: { readonly N: number; readonly r: number; readonly p: number; readonly maxmem: number };
}

const derive = promisify<string, Buffer, number, Hash['cost'], Buffer>(scrypt);

const form = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** What a secret is checked against: itself, or its scrypt hash in PHC's form `$scrypt$ln=15,r=8,p=1$SALT$HASH`, where ln is the logarithm of N. */
export class StoredSecret {
  /** The file's text; a change of it is a change of the secret. */
  readonly text: Secret;
  readonly #hash: Hash | undefined;
  /** What was right the last time, so that it is not hashed slowly at each request; of use in this process only. */
  readonly #memoKey = randomBytes(32);
  #memo: Buffer | undefined;

  private constructor(text: string, hash: Hash | undefined) {
    this.text = new Secret(text);
    this.#hash = hash;
  }

  /** Throws `ConfigInvalid` when the text begins like a hash and is none that can be checked. `file` is where it comes from. */
  static parse(text: string, file: string): StoredSecret {
    if (!text.startsWith('$scrypt$')) return new StoredSecret(text, undefined);
    const [, ln = '', r = '', p = '', salt = '', hash = ''] = form.exec(text) ?? [];
    const cost = { N: 2 ** Number(ln), r: Number(r), p: Number(p), maxmem: 2 ** 28 };
    const bad = hash === '' || Number(ln) < 1 || Number(ln) > 20 || cost.r < 1 || cost.p < 1 || 128 * cost.N * cost.r >= cost.maxmem;
    if (bad)
      throw fail('ConfigInvalid', `'${file}' holds no scrypt hash that can be checked`, {
        hint: 'the form is $scrypt$ln=15,r=8,p=1$SALT$HASH',
      });
    return new StoredSecret(text, { salt: Buffer.from(salt, 'base64'), expected: Buffer.from(hash, 'base64'), cost });
  }

  /** Whether it can say at once that this is right. */
  remembers(given: string): boolean {
    return this.#memo !== undefined && timingSafeEqual(this.#memo, this.#remembered(given));
  }

  /** Takes as long for wrong secrets of any length as for right ones. An empty secret is none. */
  async matches(given: string): Promise<boolean> {
    const same = this.#hash === undefined ? equal(this.text.reveal(), given) : await hashesTo(this.#hash, given);
    const right = same && given !== '';
    if (right) this.#memo = this.#remembered(given);
    return right;
  }

  #remembered(given: string): Buffer {
    return createHmac('sha256', this.#memoKey).update(given).digest();
  }
}

async function hashesTo({ salt, expected, cost }: Hash, given: string): Promise<boolean> {
  return timingSafeEqual(expected, await derive(given, salt, expected.length, cost));
}

function equal(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
