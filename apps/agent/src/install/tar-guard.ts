import { Transform } from 'node:stream';
import { fail } from '../errors.js';

const block = 512;

/** Looks at every header of a tar stream before it passes the bytes on: no absolute name, no `..`, no hard link out of the root, nothing through a symbolic link of the archive.
 * Fails with UnsafeArchive. Knows ustar, GNU long names and pax paths. */
export class TarGuard extends Transform {
  readonly #what: string;
  #pending: Buffer = Buffer.alloc(0);
  /** Bytes of the current entry's content that are still to come. */
  #content = 0;
  #collect: { kind: 'name' | 'link' | 'pax'; left: number; chunks: Buffer[] } | undefined;
  #longName: string | undefined;
  #longLink: string | undefined;
  readonly #links = new Set<string>();

  constructor(what: string) {
    super();
    this.#what = what;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null, chunk?: Buffer) => void): void {
    try {
      this.#read(chunk);
      done(null, chunk);
    } catch (error) {
      done(error as Error);
    }
  }

  #read(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#content > 0) {
        const take = Math.min(this.#content, chunk.length - at);
        this.#gather(chunk.subarray(at, at + take));
        this.#content -= take;
        at += take;
        continue;
      }
      const take = Math.min(block - this.#pending.length, chunk.length - at);
      this.#pending = Buffer.concat([this.#pending, chunk.subarray(at, at + take)]);
      at += take;
      if (this.#pending.length < block) return;
      this.#header(this.#pending);
      this.#pending = Buffer.alloc(0);
    }
  }

  #gather(part: Buffer): void {
    const collect = this.#collect;
    if (collect === undefined) return;
    const wanted = part.subarray(0, collect.left);
    collect.chunks.push(Buffer.from(wanted));
    collect.left -= wanted.length;
    if (collect.left > 0) return;
    const content = Buffer.concat(collect.chunks);
    this.#collect = undefined;
    if (collect.kind === 'name') this.#longName = zeroEnded(content);
    else if (collect.kind === 'link') this.#longLink = zeroEnded(content);
    else this.#pax(content.toString('utf8'));
  }

  #header(header: Buffer): void {
    if (header.every((byte) => byte === 0)) return;
    const size = number(header.subarray(124, 136));
    const type = String.fromCharCode(header[156] ?? 0);
    this.#content = Math.ceil(size / block) * block;
    const special = ({ L: 'name', K: 'link', x: 'pax' } as const)[type];
    if (special !== undefined) {
      if (size > 1024 * 1024) throw this.#unsafe('a header', 'is too long');
      this.#collect = { kind: special, left: size, chunks: [] };
      return;
    }
    if (type === 'g') return;
    const prefix = header.subarray(257, 262).toString('latin1') === 'ustar' ? zeroEnded(header.subarray(345, 500)) : '';
    const short = zeroEnded(header.subarray(0, 100));
    const name = this.#longName ?? (prefix === '' ? short : `${prefix}/${short}`);
    const link = this.#longLink ?? zeroEnded(header.subarray(157, 257));
    this.#longName = undefined;
    this.#longLink = undefined;
    this.#check(name, type, link);
  }

  #check(name: string, type: string, link: string): void {
    const path = this.#inside(name, name);
    if (type === '1') this.#inside(link, name);
    if (type === '2') this.#links.add(path);
    if (type === '3' || type === '4' || type === '6') throw this.#unsafe(name, 'is a device');
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
      if (this.#links.has(parts.slice(0, depth).join('/'))) throw this.#unsafe(name, 'lies behind a symbolic link of the archive');
    }
  }

  #inside(name: string, entry: string): string {
    if (name.startsWith('/')) throw this.#unsafe(entry, 'leads to an absolute path');
    const parts = name.split('/').filter((part) => part !== '' && part !== '.');
    if (parts.includes('..')) throw this.#unsafe(entry, 'leads out of the archive');
    return parts.join('/');
  }

  #pax(records: string): void {
    for (const match of records.matchAll(/\d+ (path|linkpath)=([^\n]*)\n/gu)) {
      if (match[1] === 'path') this.#longName = match[2];
      else this.#longLink = match[2];
    }
  }

  #unsafe(entry: string, why: string): Error {
    return fail('UnsafeArchive', `${this.#what}: entry '${entry}' ${why}`, { details: { entry } });
  }
}

function zeroEnded(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
}

/** Octal text, or GNU's base 256 when the high bit is set. */
function number(field: Buffer): number {
  if (((field[0] ?? 0) & 0x80) === 0) return Number.parseInt(zeroEnded(field).trim() || '0', 8);
  return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
}
