import { fail } from '../errors.js';
import { parseConnectOptions } from './connect-options.js';
import type { Operation } from './operation.js';

const maxControlLine = 4096;
const lineFeed = 10;
const carriageReturn = 13;
const newline = Buffer.from('\r\n');

/**
 * Cuts a client's byte stream into operations, however the stream was cut into chunks.
 * Throws BusProtocolViolation, its message being what `-ERR` tells the client; the stream is unusable then.
 */
export class ProtocolParser {
  #chunks: Buffer[] = [];
  #size = 0;
  // Bytes that must be there before another look is worth while; so a large payload is joined once.
  #needed = 0;
  readonly #maxPayload: number;
  readonly #onOperation: (operation: Operation) => void;

  constructor(maxPayload: number, onOperation: (operation: Operation) => void) {
    this.#maxPayload = maxPayload;
    this.#onOperation = onOperation;
  }

  feed(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size < this.#needed) return;
    const bytes = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks, this.#size);
    let at = 0;
    this.#needed = 0;
    while (at < bytes.length) {
      const next = this.#step(bytes, at);
      if (next === undefined) break;
      at = next;
    }
    this.#chunks = at < bytes.length ? [bytes.subarray(at)] : [];
    this.#size = bytes.length - at;
  }

  /** Reads one operation at `at`; gives the place behind it, or undefined when more bytes are needed. */
  #step(bytes: Buffer, at: number): number | undefined {
    const end = bytes.indexOf(lineFeed, at);
    if ((end === -1 ? bytes.length : end) - at > maxControlLine) throw violation('maximum control line exceeded');
    if (end === -1) return undefined;
    const line = bytes.toString('utf8', at, bytes[end - 1] === carriageReturn && end > at ? end - 1 : end);
    const space = line.search(/[ \t]/);
    const verb = (space === -1 ? line : line.slice(0, space)).toUpperCase();
    const rest = space === -1 ? '' : line.slice(space + 1).trim();
    switch (verb) {
      case 'PUB':
      case 'HPUB':
        return this.#publication(bytes, at, end + 1, verb, rest);
      case 'SUB':
        this.#onOperation(subscription(rest));
        break;
      case 'UNSUB':
        this.#onOperation(unsubscription(rest));
        break;
      case 'PING':
        this.#onOperation({ kind: 'ping' });
        break;
      case 'PONG':
        this.#onOperation({ kind: 'pong' });
        break;
      case 'CONNECT':
        this.#onOperation({ kind: 'connect', options: parseConnectOptions(rest) });
        break;
      default:
        throw violation('Unknown Protocol Operation');
    }
    return end + 1;
  }

  #publication(bytes: Buffer, start: number, at: number, verb: 'PUB' | 'HPUB', rest: string): number | undefined {
    const words = rest.split(/[ \t]+/);
    const counts = verb === 'PUB' ? 1 : 2;
    if (words.length < 1 + counts || words.length > 2 + counts) throw violation('Parser Error');
    const total = count(words.at(-1));
    const headerLength = verb === 'PUB' ? 0 : count(words.at(-2));
    if (total > this.#maxPayload) throw violation('Maximum Payload Violation');
    if (headerLength > total) throw violation('Parser Error');
    const end = at + total + 2;
    if (bytes.length < end) {
      this.#needed = end - start;
      return undefined;
    }
    if (!bytes.subarray(end - 2, end).equals(newline)) throw violation('Parser Error');
    this.#onOperation({
      kind: 'pub',
      subject: words[0] ?? '',
      reply: words.length === 2 + counts ? words[1] : undefined,
      headers: headerLength > 0 ? bytes.subarray(at, at + headerLength) : undefined,
      body: bytes.subarray(at + headerLength, end - 2),
    });
    return end;
  }
}

function subscription(rest: string): Operation {
  const words = rest.split(/[ \t]+/);
  const [subject = '', second = '', third] = words;
  if (words.length === 2) return { kind: 'sub', subject, queue: undefined, sid: second };
  if (words.length !== 3 || third === undefined) throw violation('Parser Error');
  return { kind: 'sub', subject, queue: second, sid: third };
}

function unsubscription(rest: string): Operation {
  const [sid = '', max, ...more] = rest.split(/[ \t]+/);
  if (sid === '' || more.length > 0) throw violation('Parser Error');
  return { kind: 'unsub', sid, max: max === undefined ? undefined : count(max) };
}

function count(text: string | undefined): number {
  if (text === undefined || !/^\d{1,9}$/.test(text)) throw violation('Parser Error');
  return Number(text);
}

function violation(message: string): Error {
  return fail('BusProtocolViolation', message);
}
