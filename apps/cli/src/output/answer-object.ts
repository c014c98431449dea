import { CodedError } from '@bosh6/base';
import { headingKey, type Table, textOf } from './table.js';

/** What `--json=v2` prints: the API's objects under their names, and what went wrong. */
export class AnswerObject {
  readonly #values: Record<string, unknown> = {};

  /** Values by key; lists of the same key are joined. */
  add(values: Readonly<Record<string, unknown>>): void {
    for (const [key, value] of Object.entries(values)) {
      const before = this.#values[key];
      this.#values[key] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
    }
  }

  /** A table's objects, or its rows where it was made of none. */
  addTable(table: Table): void {
    const { api } = table;
    const key = headingKey(table.content ?? table.title ?? 'rows', 0);
    if (api !== undefined && !Array.isArray(api)) this.add(api as Record<string, unknown>);
    else this.add({ [key]: api ?? rowObjects(table) });
  }

  addText(text: string): void {
    this.#values.text = `${(this.#values.text as string | undefined) ?? ''}${text}`;
  }

  /** How the command ended. */
  fail(error: unknown, exitCode: number): void {
    this.#values.error = CodedError.is(error)
      ? { ...pick(error), exit_code: exitCode }
      : { message: error instanceof Error ? error.message : String(error), exit_code: exitCode };
  }

  toJSON(): unknown {
    return this.#values;
  }
}

function rowObjects(table: Table): Record<string, string>[] {
  const keys = table.header.map(headingKey);
  return table.rows.map((row) => Object.fromEntries(keys.map((key, at) => [key, textOf(row[at] ?? '')])));
}

function pick({ code, number, message, where, hint, details }: CodedError): Record<string, unknown> {
  const all = { code, number, message, where, hint, details };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
