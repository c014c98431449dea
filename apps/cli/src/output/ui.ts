import { fail } from '../errors.js';
import { AnswerObject } from './answer-object.js';
import { hasColumn, headingKey, renderTable, type Table, tableToJson } from './table.js';

export interface UiOptions {
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean | undefined; readonly columns?: number | undefined };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean | undefined };
  /** `--tty`: decorations although the output is no terminal. */
  readonly tty?: boolean;
  /** One object at the end: `v1` of the pieces, as the stock CLI prints it; `v2` of the API's objects. */
  readonly json?: 'v1' | 'v2' | undefined;
  readonly color?: boolean;
  readonly columns?: readonly string[];
}
type Mode = 'auto' | 'raw' | 'ask' | 'choose';

/**
 * The CLI's only voice. Pieces are lines, tables, raw text and questions; a blank line goes between two of them except between raw and raw and between
 * question and question. Without a terminal only tables, raw blocks and errors remain; with `--json` all is collected and printed at the end
 * (as bosh-cli).
 */
export class Ui {
  readonly decorated: boolean;
  readonly json: boolean;
  readonly #answer: AnswerObject | undefined;
  readonly #options: UiOptions;
  /** Output goes to a terminal whose user has not switched colours off. */
  readonly color: boolean;
  /** Keys of all columns that tables had. */
  readonly #columns = new Set<string>();
  #previous: Mode | undefined;
  /** A block was written whose last line has no line feed. */
  #isOpen = false;
  #object: unknown;
  #ended = false;
  readonly #collected = { Tables: [] as unknown[], Blocks: [] as string[], Lines: [] as string[] };

  constructor(options: UiOptions) {
    this.#options = options;
    this.json = options.json !== undefined;
    this.#answer = options.json === 'v2' ? new AnswerObject() : undefined;
    this.decorated = options.tty === true || options.stdout.isTTY === true;
    this.color = options.color !== false && options.stdout.isTTY === true;
  }

  /** Cells of the terminal's lines now; undefined where there is no terminal, or it does not say. */
  get width(): number | undefined {
    const { isTTY, columns = 0 } = this.#options.stdout;
    return isTTY === true && columns > 0 ? columns : undefined;
  }

  /** A sentence on a line of its own; terminals only. */
  line(text: string): void {
    if (this.json) return void this.#collected.Lines.push(text);
    if (!this.decorated) return;
    this.#pad('auto');
    this.#options.stdout.write(`${text}\n`);
  }

  /** Text as it is, without a line feed added; terminals only. */
  partial(text: string): void {
    if (this.json) return void this.#collected.Lines.push(text);
    if (!this.decorated) return;
    this.#pad('raw');
    this.#options.stdout.write(text);
  }

  /** What ends a line that `partial` began; terminals only. */
  ending(text: string): void {
    if (this.json) return void this.#collected.Lines.push(text);
    this.partial(`${text}\n`);
  }

  /** For programs that read the API's objects; nobody else is told. */
  api(values: Readonly<Record<string, unknown>>): void {
    this.#answer?.add(values);
  }

  /** Text as it is, always. */
  block(text: string): void {
    this.#answer?.addText(text);
    this.progress(text);
  }

  /** Like `block`, of what is under way: no answer to who reads the API's objects. */
  progress(text: string): void {
    if (this.json) return void this.#collected.Blocks.push(text);
    this.#pad('raw');
    this.#isOpen = !text.endsWith('\n');
    this.#options.stdout.write(text);
  }

  /** Ends the line of a block that has none yet, where no terminal and no further piece would. */
  closeLine(): void {
    if (this.json || this.decorated || !this.#isOpen) return;
    this.#options.stdout.write('\n');
    this.#isOpen = false;
    this.#previous = undefined;
  }

  /** A block that is an error; red on a terminal. */
  errorBlock(text: string): void {
    if (this.json) return void this.#collected.Blocks.push(text);
    this.#pad('raw');
    this.#isOpen = true;
    this.#options.stdout.write(this.red(text));
  }

  table(table: Table): void {
    const columns = (this.#options.columns ?? []).map((column) => headingKey(column, 0));
    for (const [index, heading] of table.header.entries()) this.#columns.add(headingKey(heading, index));
    // Nothing of it was asked for; if no table has what was, `checkColumns` says so.
    if (columns.length > 0 && !columns.some((column) => hasColumn(table, column))) return;
    this.#answer?.addTable(table);
    if (this.json) return void this.#collected.Tables.push(tableToJson(table, columns));
    this.#pad('auto');
    this.#options.stdout.write(renderTable(table, { decorated: this.decorated, color: this.color, columns, width: this.width }));
  }

  /** Refuses a `--column` that no printed table had. Errors: InvalidArguments. */
  checkColumns(): void {
    const known = [...this.#columns];
    const unknown = (this.#options.columns ?? []).find((column) => !this.#columns.has(headingKey(column, 0)));
    if (unknown === undefined || known.length === 0) return;
    throw fail('InvalidArguments', `there is no column '${unknown}'`, { hint: `choose of ${known.join(', ')}` });
  }

  /** Text for eyes, with its line feeds, a piece of its own; terminals only. */
  picture(text: string): void {
    if (this.json || !this.decorated) return;
    this.#pad('auto');
    this.#options.stdout.write(text);
  }

  /** A failure, in words and as what it is. */
  failure(text: string, error: unknown, exitCode: number): void {
    this.#answer?.fail(error, exitCode);
    this.error(text);
  }

  error(text: string): void {
    if (this.json) return void this.#collected.Lines.push(text);
    this.#pad('auto');
    this.#options.stderr.write(`${this.#options.stderr.isTTY === true && this.#options.color !== false ? this.#paint(text) : text}\n`);
  }

  /** What a person should know but a program need not: goes to standard error. */
  note(text: string): void {
    if (this.json) return void this.#collected.Lines.push(text);
    this.#options.stderr.write(`${text}\n`);
  }

  /** The label of a question for text; several stand together. */
  question(text: string): void {
    this.#pad('ask');
    this.#options.stdout.write(text);
  }

  /** A question with given answers, a piece of its own; `isMore` of one that stands already. */
  choice(text: string, isMore = false): void {
    if (!isMore && this.#previous === 'choose') this.#previous = 'auto';
    this.#pad('choose');
    this.#options.stdout.write(text);
  }

  /** Redraws the current line; a terminal only. */
  redraw(text: string): void {
    if (this.json || this.#options.stdout.isTTY !== true) return;
    this.#pad('raw');
    this.#options.stdout.write(text);
  }

  /** What `--json` prints instead of the collected pieces; nothing else. */
  object(value: unknown): void {
    this.#object = value;
  }

  /** Prints what `--json` collected; only the first call counts. */
  end(): void {
    if (!this.json || this.#ended) return;
    this.#ended = true;
    if (this.#object !== undefined) {
      this.#options.stdout.write(`${JSON.stringify(this.#object)}\n`);
      return;
    }
    if (this.#answer !== undefined) {
      this.#options.stdout.write(`${JSON.stringify(this.#answer, null, 2)}\n`);
      return;
    }
    const orNull = <T>(list: T[]): T[] | null => (list.length === 0 ? null : list);
    const { Tables, Blocks, Lines } = this.#collected;
    this.#options.stdout.write(JSON.stringify({ Tables: orNull(Tables), Blocks: orNull(Blocks), Lines: orNull(Lines) }, null, 4));
  }

  red(text: string): string {
    return this.color ? this.#paint(text) : text;
  }

  yellow(text: string): string {
    return this.color ? this.#paint(text, 33) : text;
  }

  green(text: string): string {
    return this.color ? this.#paint(text, 32) : text;
  }

  #paint(text: string, colour = 31): string {
    // Line by line: what stands between two lines for a while is not painted.
    return text.replace(/[^\n]+/g, (line) => `\u001b[${colour}m${line}\u001b[0m`);
  }

  #pad(mode: Mode): void {
    const previous = this.#previous;
    this.#previous = mode;
    if (mode !== 'raw') this.#isOpen = false;
    if (previous === undefined || (previous === mode && mode !== 'auto')) return;
    this.#options.stdout.write('\n');
  }
}
