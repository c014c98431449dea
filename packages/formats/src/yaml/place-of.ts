import { childPointer } from './pointer.js';
import type { Written } from './source-document.js';

/** `where` of an error about something written, or about one of its keys. */
export function placeOf({ pointer, document }: Written, key?: string): { pointer: string; document?: string } {
  const at = key === undefined ? pointer : childPointer(pointer, key);
  return document === undefined ? { pointer: at } : { pointer: at, document };
}
