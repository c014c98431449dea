import { fail } from '../errors.js';
import type { Token } from './monit-tokens.js';

/** A place in a monit file that moves on word by word. */
export class Words {
  readonly document: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(list: readonly Token[], document: string) {
    this.#tokens = list;
    this.document = document;
  }

  get at(): number {
    return this.#at;
  }

  get atEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** Of the word that comes next; at the end, of the last one. */
  get line(): number {
    return this.#tokens[Math.min(this.#at, this.#tokens.length - 1)]?.line ?? 1;
  }

  /** The next word in lower case; empty for a quoted one, which is no keyword. */
  peek(ahead = 0): string | undefined {
    const token = this.#tokens[this.#at + ahead];
    return token === undefined ? undefined : token.quoted ? '' : token.text.toLowerCase();
  }

  skip(): void {
    this.#at += 1;
  }

  back(at: number): void {
    this.#at = at;
  }

  /** The next word when it is one of these, in lower case. */
  accept(...wanted: readonly string[]): string | undefined {
    const word = this.peek();
    if (word === undefined || word === '' || !wanted.includes(word)) return undefined;
    this.#at += 1;
    return word;
  }

  /** The next word as it was written. Throws MonitFileInvalid when there is none. */
  value(what: string): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw this.wrong(`${what} is missing at the end`);
    this.#at += 1;
    return token.text;
  }

  /** What was read since `from`, for people. */
  since(from: number): string {
    return this.#tokens
      .slice(from, this.#at)
      .map(({ text, quoted }) => (quoted ? `"${text}"` : text))
      .join(' ');
  }

  wrong(message: string, line = this.line): Error {
    return fail('MonitFileInvalid', `${this.document}:${line}: ${message}`, { where: { document: this.document, line } });
  }
}
