import { z } from 'zod';

const output = z.object({ Tables: z.array(z.object({ Rows: z.array(z.record(z.string(), z.string())) })).nullable() });

/** The tables of what a command prints with `--json`: rows of texts, each. */
export function tablesOf(stdout: string): Record<string, string>[][] {
  return (output.parse(JSON.parse(stdout)).Tables ?? []).map(({ Rows }) => Rows);
}

/** Rows of the first of them; none where there is none. */
export function firstTable(stdout: string): Record<string, string>[] {
  return tablesOf(stdout)[0] ?? [];
}
