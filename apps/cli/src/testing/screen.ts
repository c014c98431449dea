const sequences = new RegExp(`${String.fromCharCode(27)}\\[([?0-9;]*)([A-Za-z])|([\\s\\S])`, 'gu');

/** A terminal of so many cells and rows, for tests: it obeys what our output uses, refuses all else, and breaks lines anew when it is resized. */
export function screen(columns: number, rows: number): Screen {
  // Lines as written; how many rows each takes follows from the width.
  let lines = [''];
  let row = 0;
  let column = 0;
  let width = columns;
  let cursorShown = true;
  const height = (line: string): number => Math.max(1, Math.ceil(line.length / width));
  const put = (character: string): void => {
    const line = (lines[row] ?? '').padEnd(column);
    lines[row] = line.slice(0, column) + character + line.slice(column + 1);
    column += 1;
  };
  /** Up by one row of the screen; from its first cell to the first one there. */
  const up = (): void => {
    if (column >= width) {
      column -= width;
      return;
    }
    row -= 1;
    if (row < 0 || lines.length - row > rows) throw new Error('above the screen');
    column = (height(lines[row] ?? '') - 1) * width;
  };
  const obey = (parameter: string, command: string): void => {
    if (command === 'A') for (let left = Number(parameter || 1); left > 0; left--) up();
    else if (command === 'J') lines = [...lines.slice(0, row), (lines[row] ?? '').slice(0, column)];
    else if (command === 'K') lines[row] = (lines[row] ?? '').slice(0, column);
    else if (parameter === '?25') cursorShown = command === 'h';
    else if (parameter !== '?2026' && command !== 'm') throw new Error(`not obeyed: ${parameter}${command}`);
  };
  return {
    isTTY: true,
    rows,
    get columns() {
      return width;
    },
    get cursorShown() {
      return cursorShown;
    },
    write(text) {
      const pieces = text.matchAll(sequences);
      for (const [, parameter = '', command, character = ''] of pieces) {
        if (command !== undefined) obey(parameter, command);
        else if (character === '\r') column -= column % width;
        else if (character === '\n') {
          row += 1;
          column = 0;
          lines[row] ??= '';
        } else put(character);
      }
    },
    resize(to) {
      width = to;
    },
    lines: () => (lines.at(-1) === '' ? lines.slice(0, -1) : [...lines]),
  };
}

export interface Screen {
  readonly isTTY: true;
  readonly rows: number;
  readonly columns: number;
  readonly cursorShown: boolean;
  write(text: string): void;
  resize(columns: number): void;
  /** What stands there and what has scrolled away, without an empty last line. */
  lines(): string[];
}
