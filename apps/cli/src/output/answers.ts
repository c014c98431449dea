import { fail } from '../errors.js';
import type { Ui } from './ui.js';

export interface Input {
  readonly isTTY?: boolean;
  setRawMode?(on: boolean): unknown;
  on(event: 'data', listener: (chunk: Buffer) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

/** Asks on the terminal, or reads answers line by line from a pipe or file; what comes after a line waits for the next question. */
export class Answers {
  readonly #input: Input;
  readonly #ui: Ui;
  readonly #interactive: boolean;
  #buffer = '';
  #ended = false;
  #wake: (() => void) | undefined;
  #listening = false;

  constructor(ui: Ui, input: Input, interactive: boolean) {
    this.#ui = ui;
    this.#input = input;
    this.#interactive = interactive;
  }

  /** Errors: CannotAsk, InputEnded. */
  async ask(label: string, standard = ''): Promise<string> {
    this.#allowed(label);
    this.#ui.question(`${label} (${standard}): `);
    const line = await this.#line(true, label);
    this.#echo((text) => this.#ui.question(text), line);
    return line;
  }

  /** Like `ask`, without echo. */
  async askSecret(label: string): Promise<string> {
    this.#allowed(label);
    const hides = this.#input.isTTY === true && this.#input.setRawMode !== undefined;
    // Before the question shows: whoever answers at once is not echoed either.
    if (hides) this.#input.setRawMode?.(true);
    try {
      this.#ui.question(`${label} (): `);
      const line = await this.#line(!hides, label);
      this.#ui.question('\n');
      return line;
    } finally {
      if (hides) this.#input.setRawMode?.(false);
    }
  }

  /** `Continue? [yN]: `; yes at once with `--non-interactive`. Errors: Stopped. */
  async confirm(): Promise<void> {
    if (!this.#interactive) return;
    if (this.#ui.json)
      throw fail('CannotAsk', 'a confirmation cannot be asked for with --json', {
        hint: 'confirm it beforehand with -n (--non-interactive)',
      });
    if (!(await this.#yesOrNo('Continue?'))) throw fail('Stopped', 'Stopped');
  }

  /** A question whose answer is yes, or no as when only Enter is pressed. Errors: CannotAsk, InputEnded. */
  askYesNo(label: string): Promise<boolean> {
    this.#allowed(label);
    return this.#yesOrNo(label);
  }

  /**
   * One of a numbered list; the first when only Enter is pressed. The number of the choice, from 0. `otherwise` is how to answer without being
   * asked. Errors: CannotAsk, InputEnded.
   */
  async choose(label: string, choices: readonly string[], otherwise: string): Promise<number> {
    this.#allowed(label, otherwise);
    const list = choices.map((choice, at) => `${at + 1}: ${choice}\n`).join('');
    const number = await this.#pick(
      list,
      `${label} (1): `,
      label,
      (answer) => {
        const chosen = answer === '' ? 1 : Number(answer);
        return Number.isInteger(chosen) && chosen >= 1 && chosen <= choices.length ? chosen : undefined;
      },
      `invalid selection (must be 1-${choices.length})`,
      otherwise,
    );
    return number - 1;
  }

  /** Lets the process end. */
  close(): void {
    if (this.#listening) this.#input.pause();
  }

  #yesOrNo(label: string): Promise<boolean> {
    const read = (answer: string): boolean | undefined =>
      ['y', 'Y', 'yes'].includes(answer) ? true : ['', 'n', 'N', 'no'].includes(answer) ? false : undefined;
    return this.#pick('', `${label} [yN]: `, label, read, 'invalid input (not y, n, yes, or no)');
  }

  /** Asks until the answer can be read. */
  async #pick<T>(
    list: string,
    question: string,
    label: string,
    read: (answer: string) => T | undefined,
    complaint: string,
    otherwise = 'answer it, or give -n (--non-interactive)',
  ): Promise<T> {
    this.#ui.choice(list + question);
    for (;;) {
      const line = await this.#line(true, label, otherwise);
      this.#echo((text) => this.#ui.choice(text, true), line);
      const picked = read(line.trim());
      if (picked !== undefined) return picked;
      this.#ui.choice(`${complaint}\n${question}`, true);
    }
  }

  /** A terminal in cooked mode has shown what was typed already. */
  #echo(say: (text: string) => void, line: string): void {
    if (this.#input.isTTY !== true) say(`${line}\n`);
  }

  #allowed(label: string, hint?: string): void {
    if (!this.#interactive || this.#ui.json) throw fail('CannotAsk', `'${label}' cannot be asked for`, hint === undefined ? {} : { hint });
  }

  /** `cooked`: the terminal edits the line; else we do, and nothing is shown. */
  async #line(cooked: boolean, label: string, hint?: string): Promise<string> {
    this.#listen();
    this.#input.resume();
    for (;;) {
      const taken = cooked ? this.#takeCooked() : this.#takeRaw(label);
      if (taken !== undefined) return taken;
      if (this.#ended) throw ended(label, hint);
      await this.#more(label);
    }
  }

  /** Until more was typed. Ctrl-C is a signal where the terminal edits the line. Errors: Interrupted. */
  #more(label: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = (): void => reject(interrupted(label));
      process.once('SIGINT', stop);
      this.#wake = () => {
        process.removeListener('SIGINT', stop);
        resolve();
      };
    });
  }

  #takeCooked(): string | undefined {
    const end = this.#buffer.indexOf('\n');
    if (end === -1) {
      if (!this.#ended || this.#buffer === '') return undefined;
      const rest = this.#buffer;
      this.#buffer = '';
      return rest;
    }
    const line = this.#buffer.slice(0, end).replace(/\r$/, '');
    this.#buffer = this.#buffer.slice(end + 1);
    return line;
  }

  #takeRaw(label: string): string | undefined {
    if (this.#buffer.includes('\u0003')) throw interrupted(label);
    if (this.#buffer.startsWith('\u0004')) throw ended(label);
    const end = this.#buffer.search(/[\r\n]/);
    if (end === -1) return undefined;
    const typed = this.#buffer.slice(0, end);
    this.#buffer = this.#buffer.slice(end + 1);
    let line = '';
    for (const character of typed) {
      if (character === '\u007f' || character === '\b') line = line.slice(0, -1);
      else if (character === '\u0015') line = '';
      else line += character;
    }
    return line;
  }

  #listen(): void {
    if (this.#listening) return;
    this.#listening = true;
    this.#input.on('data', (chunk) => {
      this.#buffer += chunk.toString('utf8');
      this.#wake?.();
    });
    this.#input.on('end', () => {
      this.#ended = true;
      this.#wake?.();
    });
  }
}

function interrupted(label: string): Error {
  return fail('Interrupted', `stopped by Ctrl-C at '${label}'; nothing was done`);
}

function ended(label: string, hint?: string): Error {
  return fail('InputEnded', `standard input ended before '${label}' was answered`, hint === undefined ? {} : { hint });
}
