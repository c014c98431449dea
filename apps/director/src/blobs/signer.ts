import { createHmac, timingSafeEqual } from 'node:crypto';

export type Verb = 'GET' | 'PUT';

/** Signs and checks the right to read or write one blob until a moment (epoch seconds). */
export class UrlSigner {
  readonly #key: string;
  constructor(key: string) {
    this.#key = key;
  }

  /** Path and query of the signed URL. */
  sign(verb: Verb, id: string, expires: number): string {
    return `/signed/${encodeURIComponent(id)}?verb=${verb}&expires=${expires}&signature=${this.#mac(verb, id, expires)}`;
  }

  check(verb: Verb, id: string, query: { verb?: unknown; expires?: unknown; signature?: unknown }, now: number): boolean {
    if (query.verb !== verb || typeof query.expires !== 'string' || typeof query.signature !== 'string') return false;
    const expires = Number(query.expires);
    if (!Number.isInteger(expires) || expires <= now) return false;
    const expected = Buffer.from(this.#mac(verb, id, expires));
    const given = Buffer.from(query.signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  #mac(verb: Verb, id: string, expires: number): string {
    return createHmac('sha256', this.#key).update(`${verb}\n${id}\n${expires}`).digest('base64url');
  }
}
