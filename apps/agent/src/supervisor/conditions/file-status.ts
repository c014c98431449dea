import { type Stats, statSync } from 'node:fs';

/** Undefined when nothing is there that can be seen. */
export function statusOf(path: string | undefined): Stats | undefined {
  try {
    return path === undefined ? undefined : statSync(path);
  } catch {
    return undefined;
  }
}
