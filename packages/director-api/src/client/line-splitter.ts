/** Cuts bytes into lines; a chunk may end inside a line or inside a character. */
export class LineSplitter {
  #rest: Buffer = Buffer.alloc(0);
  readonly #onLine: (line: string) => void;
  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }
  write(chunk: Buffer): void {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    for (let end = this.#rest.indexOf(10); end !== -1; end = this.#rest.indexOf(10)) {
      this.#emit(this.#rest.subarray(0, end));
      this.#rest = this.#rest.subarray(end + 1);
    }
  }
  /** What is left is a last line without a line feed. */
  end(): void {
    this.#emit(this.#rest);
    this.#rest = Buffer.alloc(0);
  }
  #emit(line: Buffer): void {
    if (line.length > 0) this.#onLine(line.toString('utf8'));
  }
}
