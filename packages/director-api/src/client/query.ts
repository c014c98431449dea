/** `path?key=value`, keys sorted, undefined left out; the bare path when nothing is left. */
export function withQuery(path: string, query: Record<string, string | number | boolean | undefined>): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]): [string, string] => [key, String(value)]);
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`;
}

/** True as `'true'`, false left out: the Director takes only the exact text (reference 1.5). */
export const flag = (value: boolean | undefined): true | undefined => (value === true ? true : undefined);
