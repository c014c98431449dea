import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { Writable } from 'node:stream';

/** Stays in a processor's cache from the copy to the digest. */
const pieceBytes = 256 * 1024;

/**
 * Writes a new file that only its owner may read, and computes its SHA-256 on the way.
 * TLS gives 16 KiB at a time: they are gathered in two buffers in turns, since a write and garbage for each would cost more than all the rest.
 * What is written belongs to it: its memory is given back at once.
 * Of what is more than `maxBytes` nothing is kept, and the rest is let through: whoever sends it is to read the answer on the same connection.
 */
export class DigestedFile extends Writable {
  readonly #path: string;
  readonly #hash = createHash('sha256');
  #filling = Buffer.allocUnsafeSlow(pieceBytes);
  #resting = Buffer.allocUnsafeSlow(pieceBytes);
  #filled = 0;
  #file: FileHandle | undefined;
  #writing: Promise<void> = Promise.resolve();
  #left: number;

  constructor(path: string, maxBytes: number) {
    super();
    this.#path = path;
    this.#left = maxBytes;
  }

  get isTooLarge(): boolean {
    return this.#left < 0;
  }

  /** Hexadecimal; once it has finished. */
  digest(): string {
    return this.#hash.digest('hex');
  }

  override _construct(done: (error?: Error | null) => void): void {
    open(this.#path, 'wx', 0o600).then((file) => {
      this.#file = file;
      done();
    }, done);
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.#left -= chunk.length;
    if (this.isTooLarge) done();
    else if (this.#filled + chunk.length < pieceBytes) {
      this.#filled += chunk.copy(this.#filling, this.#filled);
      free(chunk);
      done();
    } else this.#take(chunk).then(() => done(), done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#turn()
      .then(() => this.#writing)
      .then(() => done(), done);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#writing
      .catch(() => undefined)
      .then(() => this.#file?.close())
      .then(() => done(error), done);
  }

  async #take(chunk: Buffer): Promise<void> {
    for (let from = 0; from < chunk.length; ) {
      const copied = chunk.copy(this.#filling, this.#filled, from);
      this.#filled += copied;
      from += copied;
      if (this.#filled === pieceBytes) await this.#turn();
    }
    free(chunk);
  }

  /** Writes what is gathered while the other buffer, whose write is over, is filled. */
  async #turn(): Promise<void> {
    const piece = this.#filling.subarray(0, this.#filled);
    this.#hash.update(piece);
    await this.#writing;
    this.#writing = this.#write(piece);
    // Thrown where it is awaited.
    this.#writing.catch(() => undefined);
    [this.#filling, this.#resting] = [this.#resting, this.#filling];
    this.#filled = 0;
  }

  async #write(piece: Buffer): Promise<void> {
    for (let from = 0; from < piece.length; ) from += (await this.#file?.write(piece, from))?.bytesWritten ?? 0;
  }
}

/** Gives memory back at once that is the chunk's alone: what waits for the collector may be 64 MB. */
function free({ buffer, byteLength }: Buffer): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
