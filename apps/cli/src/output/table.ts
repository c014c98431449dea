import { stripVTControlCharacters } from 'node:util';
import { isJsonObject } from '@bosh6/base';

/** What stands in a cell. `sort` orders the column when the text does not; `good` colours it green (true) or red (false). */
export interface StyledCell {
  readonly text: string;
  readonly sort?: number | string;
  readonly good?: boolean;
}
export type Cell = string | StyledCell;

export interface Table {
  readonly title?: string;
  /** Plural noun of the footer, `instances`; no footer without it. */
  readonly content?: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly notes?: readonly string[];
  /** The number in the footer when it is not the number of rows. */
  readonly count?: number;
  /** One `Heading  value` line a field. */
  readonly transposed?: boolean;
  /** What the rows were made of, for `--json=v2`: a list under the table's content, or values by key. */
  readonly api?: readonly unknown[] | Readonly<Record<string, unknown>>;
}

export interface TableStyle {
  /** A terminal, or `--tty`: title, header, notes, footer, `~`. */
  readonly decorated: boolean;
  readonly color: boolean;
  /** Keys of the columns to show (`--column`); all when empty. */
  readonly columns?: readonly string[];
  /** Cells of a terminal's line; unlimited where there is no terminal. */
  readonly width?: number | undefined;
}

export const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);

/** A heading's key in JSON and for `--column`: `VM CID` is `vm_cid` (as bosh-cli). */
export function headingKey(heading: string, index: number): string {
  const key = heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return key === '' ? String(index) : key;
}

const bold = (text: string): string => `\u001b[1m${text}\u001b[0m`;
const paint = (text: string, good: boolean | undefined, on: boolean): string =>
  !on || good === undefined ? text : `\u001b[${good ? 32 : 31}m${text}\u001b[0m`;

/** The table as printed, with its last line feed (as bosh-cli). */
export function renderTable(table: Table, style: TableStyle): string {
  const shown = shownColumns(table, style);
  const parts: string[] = [];
  if (style.decorated && table.title !== undefined) parts.push(`${style.color ? bold(table.title) : table.title}\n\n`);
  parts.push(fitting(table, shown, style));
  if (style.decorated) {
    if (table.notes !== undefined && table.notes.length > 0) parts.push(`\n${table.notes.map((note) => `${note}\n`).join('')}`);
    if (table.content !== undefined && table.header.length > 0) parts.push(`\n${table.count ?? table.rows.length} ${table.content}\n`);
  }
  return parts.join('');
}

export const hasColumn = (table: Table, key: string): boolean => table.header.some((heading, index) => headingKey(heading, index) === key);

function shownColumns(table: Table, { columns = [] }: TableStyle): number[] {
  const all = table.header.map((_, index) => index);
  return columns.length === 0 ? all : all.filter((index) => columns.includes(headingKey(table.header[index] ?? '', index)));
}

/** A row that the terminal would break, mostly within an address, becomes a block of lines. */
function fitting(table: Table, shown: readonly number[], style: TableStyle): string {
  const { decorated, width } = style;
  const text = table.transposed === true ? transposed(table, shown, style) : plain(table, shown, style);
  if (!decorated || width === undefined || widest(text) <= width) return text;
  const trimmed = withoutTrailing(text);
  const isTable = table.transposed !== true && table.rows.length > 0;
  return isTable && widest(trimmed) > width ? withoutTrailing(transposed(table, shown, style)) : trimmed;
}

const withoutTrailing = (text: string): string => text.replace(/ +$/gm, '');
/** The longest line's cells; what colours it takes none. */
function widest(text: string): number {
  const lines = stripVTControlCharacters(text).split('\n');
  return lines.reduce((most, line) => Math.max(most, line.length), 0);
}

function plain(table: Table, shown: readonly number[], style: TableStyle): string {
  const grid: Block[] = [];
  if (style.decorated)
    grid.push(shown.map((index) => ({ lines: (table.header[index] ?? '').split('\n'), mark: style.color ? bold : undefined })));
  let above: string | undefined;
  for (const row of table.rows) {
    const first = row[0] === undefined ? '' : textOf(row[0]);
    const repeated = style.decorated && first !== '' && first === above;
    above = first;
    grid.push(
      shown.map((index) => {
        const cell = row[index] ?? '';
        const text = textOf(cell);
        const good = typeof cell === 'string' ? undefined : cell.good;
        const mark = (line: string): string => paint(line, good, style.color);
        return { lines: index === 0 && repeated ? ['~'] : text === '' ? ['-'] : text.split('\n'), mark };
      }),
    );
  }
  return layOut(grid, style.decorated ? '  ' : '\t');
}

function transposed(table: Table, shown: readonly number[], style: TableStyle): string {
  const records = table.rows.map((row) =>
    layOut(
      shown.map((index) => {
        const cell = row[index] ?? '';
        const text = textOf(cell);
        const good = typeof cell === 'string' ? undefined : cell.good;
        const value = { lines: text === '' ? ['-'] : text.split('\n'), mark: (line: string): string => paint(line, good, style.color) };
        const heading = { lines: [(table.header[index] ?? '').replaceAll('\n', ' ')], mark: style.color ? bold : undefined };
        return style.decorated ? [heading, value] : [value];
      }),
      style.decorated ? '  ' : '\t',
    ),
  );
  return records.join('\n');
}

interface Piece {
  readonly lines: readonly string[];
  readonly mark?: ((line: string) => string) | undefined;
}
type Block = readonly Piece[];

/** Pads every column but the last to its widest line; the separator also follows the last one (as bosh-cli). */
function layOut(grid: readonly Block[], separator: string): string {
  const widths: number[] = [];
  for (const block of grid) {
    block.forEach((piece, column) => {
      for (const line of piece.lines) widths[column] = Math.max(widths[column] ?? 0, line.length);
    });
  }
  const out: string[] = [];
  for (const block of grid) {
    const height = Math.max(1, ...block.map((piece) => piece.lines.length));
    for (let line = 0; line < height; line++) {
      for (const [column, piece] of block.entries()) {
        const text = piece.lines[line] ?? '';
        const padding = column === block.length - 1 ? '' : ' '.repeat((widths[column] ?? 0) - text.length);
        out.push(piece.mark === undefined || text === '' ? text : piece.mark(text), padding, separator);
      }
      out.push('\n');
    }
  }
  return out.join('');
}

/** The table as the `Tables` entry of `--json` (as bosh-cli). */
export function tableToJson(table: Table, columns: readonly string[] = []): Record<string, unknown> {
  const shown = shownColumns(table, { decorated: true, color: false, columns });
  const keys = new Map(shown.map((index) => [index, headingKey(table.header[index] ?? '', index)]));
  return {
    Content: table.content ?? '',
    Header: Object.fromEntries(shown.map((index) => [keys.get(index), table.header[index] ?? ''])),
    Rows: table.rows.map((row) => Object.fromEntries(shown.map((index) => [keys.get(index), textOf(row[index] ?? '')]))),
    Notes: table.notes === undefined || table.notes.length === 0 ? null : table.notes,
  };
}

/** Rows by the given columns; `-1` after a column means descending. */
export function sortRows<T extends readonly Cell[]>(rows: readonly T[], ...by: readonly [column: number, direction?: 1 | -1][]): T[] {
  return [...rows].sort((a, b) => {
    for (const [column, direction = 1] of by) {
      const order = compare(sortKey(a[column] ?? ''), sortKey(b[column] ?? ''));
      if (order !== 0) return order * direction;
    }
    return 0;
  });
}

const sortKey = (cell: Cell): number | string =>
  isJsonObject(cell) ? ((cell as StyledCell).sort ?? (cell as StyledCell).text) : (cell as string);
const compare = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0);
