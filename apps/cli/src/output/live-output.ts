import type { UiOptions } from './ui.js';

/** A line of the region, and how many cells it takes. */
export interface Row {
  readonly text: string;
  readonly cells: number;
}
/** Cells of a line, and lines, that the region may take. */
export interface Room {
  readonly width: number;
  readonly height: number;
}
/** The rows for now; `open` is what of the text has no line feed yet. */
type Render = (open: string, room: Room) => readonly Row[];
type Terminal = UiOptions['stdout'] & { readonly rows?: number | undefined };

// Drawing and showing at once, where the terminal can; others ignore it.
const together = (text: string): string => `\u001b[?2026h${text}\u001b[?2026l`;
const hideCursor = '\u001b[?25l';
const showCursor = '\u001b[?25h';

/**
 * A terminal whose last rows are drawn again and again, while text goes on above them as if they were not there. A line of text is written once it is whole;
 * until then the region may show it. The cursor is hidden exactly as long as rows are drawn.
 */
export class LiveOutput {
  readonly isTTY = true;
  readonly #terminal: Terminal;
  #render: Render | undefined;
  #open = '';
  #drawn: readonly Row[] = [];

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  get columns(): number | undefined {
    return this.#terminal.columns;
  }

  write(text: string): void {
    const all = this.#open + text;
    const end = all.lastIndexOf('\n') + 1;
    this.#open = all.slice(end);
    if (this.#render === undefined) this.#terminal.write(text);
    else this.#say(all.slice(0, end));
  }

  /** Text for another stream of the same terminal. */
  aside(say: () => void): void {
    if (this.#render !== undefined) this.#terminal.write(this.#erase());
    say();
  }

  start(render: Render): void {
    // What is open is on the screen already: from now on it is the region's.
    if (this.#open !== '') this.#terminal.write('\r\u001b[K');
    this.#render = render;
  }

  /** Draws the rows as they are now. */
  draw(): void {
    if (this.#render !== undefined) this.#terminal.write(together(this.#erase() + this.#paint()));
  }

  /** Takes the region away; what is open stands there again. Nothing happens when there is none. */
  stop(): void {
    if (this.#render === undefined) return;
    this.#render = undefined;
    this.#terminal.write(this.#erase() + this.#open);
  }

  /** Takes the rows away until they are drawn again. */
  clear(): void {
    const erased = this.#erase();
    if (erased !== '') this.#terminal.write(erased);
  }

  #say(lines: string): void {
    if (lines === '') return;
    if (this.#drawn.length > 0) {
      this.#terminal.write(this.#erase());
      // More text may follow at once: the rows come back when all of it stands.
      queueMicrotask(() => this.draw());
    }
    this.#terminal.write(lines);
  }

  #paint(): string {
    // The cell behind the last row's end must not wrap, and the row above the region shall stay in sight.
    const room = { width: Math.max(1, (this.columns ?? 80) - 1), height: Math.max(1, (this.#terminal.rows ?? 24) - 1) };
    this.#drawn = this.#render?.(this.#open, room) ?? [];
    return this.#drawn.length === 0 ? '' : hideCursor + this.#drawn.map(({ text }) => text).join('\n');
  }

  /** Rows that became too long for a terminal that was made narrower take several lines there. */
  #erase(): string {
    if (this.#drawn.length === 0) return '';
    const width = Math.max(1, this.columns ?? 80);
    const lines = this.#drawn.reduce((sum, { cells }) => sum + Math.max(1, Math.ceil(cells / width)), 0);
    this.#drawn = [];
    return `\r${lines === 1 ? '' : `\u001b[${lines - 1}A`}\u001b[J${showCursor}`;
  }
}

/** The live terminal of a command; undefined where its output is none, or is read by more than eyes. */
export function liveOutputOf(
  stdout: UiOptions['stdout'],
  flags: { readonly json?: string | undefined; readonly 'no-color'?: boolean | undefined },
  environment: Readonly<Record<string, string | undefined>> = process.env,
): LiveOutput | undefined {
  const { TERM = '', CI = '', BOSH_NON_INTERACTIVE: unasked = '' } = environment;
  const isPlain = flags.json !== undefined || flags['no-color'] === true || ['', 'dumb'].includes(TERM) || CI !== '' || unasked !== '';
  return stdout.isTTY === true && !isPlain ? new LiveOutput(stdout) : undefined;
}
