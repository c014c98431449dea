import { Transform } from 'node:stream';
import { fail } from '../errors.js';

const block = 512;
const kinds: ReadonlyMap<string, 'name' | 'link' | 'pax' | 'all'> = new Map([
  ['L', 'name'],
  ['K', 'link'],
  ['x', 'pax'],
  ['g', 'all'],
]);

/** Looks at every header of a tar stream before it passes the bytes on: no absolute name, no `..`, no hard link out of the root, nothing through a symbolic link of the archive.
 * Fails with UnsafeArchive. Knows ustar, GNU long names and pax paths. */
export class TarGuard extends Transform {
  readonly #what: string;
  #pending: Buffer = Buffer.alloc(0);
  /** Bytes of the current entry's content that are still to come. */
  #content = 0;
  #collect: { kind: 'name' | 'link' | 'pax' | 'all'; left: number; chunks: Buffer[] } | undefined;
  #longName: string | undefined;
  #longLink: string | undefined;
  /** Of the next entry, where pax says it. */
  #size: number | undefined;
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
    else this.#pax(content, collect.kind);
  }

  #header(header: Buffer): void {
    if (header.every((byte) => byte === 0)) return;
    const type = String.fromCharCode(header[156] ?? 0);
    const special = kinds.get(type);
    // What pax says is of the entry, not of the headers before it.
    const size = special === undefined ? (this.#size ?? this.#number(header.subarray(124, 136))) : this.#number(header.subarray(124, 136));
    this.#content = Math.ceil(size / block) * block;
    if (special !== undefined) {
      if (size > 1024 * 1024) throw this.#unsafe('a header', 'is too long');
      if (size > 0) this.#collect = { kind: special, left: size, chunks: [] };
      return;
    }
    this.#size = undefined;
    const prefix = header.subarray(257, 262).toString('latin1') === 'ustar' ? zeroEnded(header.subarray(345, 500)) : '';
    const short = zeroEnded(header.subarray(0, 100));
    const name = this.#longName ?? (prefix === '' ? short : `${prefix}/${short}`);
    const link = this.#longLink ?? zeroEnded(header.subarray(157, 257));
    this.#longName = undefined;
    this.#longLink = undefined;
    if (type === '1' && size > 0) throw this.#unsafe(name, 'is a link with content');
    this.#check(name, type, link);
  }

  #check(name: string, type: string, link: string): void {
    const path = this.#inside(name, name);
    if (type === '1') this.#inside(link, name);
    if (type === '2') this.#links.add(path);
    if (type === '3' || type === '4' || type === '6') throw this.#unsafe(name, 'is a device');
    if (type === 'S') throw this.#unsafe(name, 'is a sparse file');
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

  /** Each record says how long it is: a value may hold what looks like a record. */
  #pax(records: Buffer, kind: 'pax' | 'all'): void {
    for (let at = 0; at < records.length; ) {
      const head = /^(\d{1,7}) /.exec(records.toString('latin1', at, at + 8))?.[1];
      const length = Number(head);
      if (head === undefined || length <= head.length + 1 || at + length > records.length)
        throw this.#unsafe('a header', 'is no pax header');
      const record = records.toString('utf8', at + head.length + 1, at + length - 1);
      const equals = record.indexOf('=');
      this.#record(record.slice(0, equals), record.slice(equals + 1), kind);
      at += length;
    }
  }

  #record(key: string, value: string, kind: 'pax' | 'all'): void {
    if (!['path', 'linkpath', 'size'].includes(key) && !key.startsWith('GNU.sparse')) return;
    if (kind === 'all' || key.startsWith('GNU.sparse')) throw this.#unsafe('a header', `says '${key}', which no release needs`);
    if (key === 'path') this.#longName = value;
    else if (key === 'linkpath') this.#longLink = value;
    else this.#size = this.#sizeOf(/^\d+$/.test(value) ? Number(value) : Number.NaN);
  }

  /** Octal text, or GNU's base 256 when the high bit is set. */
  #number(field: Buffer): number {
    if (((field[0] ?? 0) & 0x80) !== 0)
      return this.#sizeOf(field[0] === 0x80 ? field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0) : -1);
    const text = zeroEnded(field).trim();
    return this.#sizeOf(/^[0-7]*$/.test(text) ? Number.parseInt(text || '0', 8) : Number.NaN);
  }

  /** Who reads another size than `tar` does takes content for headers. */
  #sizeOf(size: number): number {
    if (Number.isSafeInteger(size) && size >= 0) return size;
    throw this.#unsafe('a header', 'has a size that cannot be read');
  }

  #unsafe(entry: string, why: string): Error {
    return fail('UnsafeArchive', `${this.#what}: entry '${entry}' ${why}`, { details: { entry } });
  }
}

function zeroEnded(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
}
