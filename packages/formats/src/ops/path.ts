import { fail } from '../errors.js';

/** A relative shift behind an index or match. */
export interface Placement {
  /** Steps of `:prev` (negative) and `:next`. */
  shift: number;
  insert?: 'before' | 'after';
}

export type PathToken =
  | ({ kind: 'index'; index: number } & Placement)
  | { kind: 'append' }
  | ({ kind: 'match'; key: string; value: string; optional: boolean } & Placement)
  | { kind: 'key'; key: string; optional: boolean };

/** Reads a go-patch path (as bosh-cli); `''` is the whole document. Throws `InvalidPath`. */
export function parsePath(path: string): PathToken[] {
  if (path === '') return [];
  if (!path.startsWith('/')) throw fail('InvalidPath', `path '${path}' must start with '/'`);
  const parts = path.slice(1).split('/');
  let optional = false;
  return parts.map((part, index): PathToken => {
    const last = index === parts.length - 1;
    if (part === '-') {
      if (!last) throw fail('InvalidPath', `path '${path}' has '-' before its end`);
      return { kind: 'append' };
    }
    const { text, placement } = modifiers(part, path, last);
    if (/^-?\d+$/.test(text)) return { kind: 'index', index: Number(text), ...placement };
    const bare = text.endsWith('?') ? text.slice(0, -1) : text;
    optional ||= bare !== text;
    const equals = bare.indexOf('=');
    if (equals !== -1)
      return { kind: 'match', key: unescaped(bare.slice(0, equals)), value: unescaped(bare.slice(equals + 1)), optional, ...placement };
    if (placement.shift !== 0 || placement.insert !== undefined)
      throw fail('InvalidPath', `path '${path}' moves beside map key '${bare}', which has no neighbours`);
    return { kind: 'key', key: unescaped(bare), optional };
  });
}

function modifiers(part: string, path: string, last: boolean): { text: string; placement: Placement } {
  const placement: Placement = { shift: 0 };
  let text = part;
  for (let match = /:(prev|next|before|after)$/.exec(text); match !== null; match = /:(prev|next|before|after)$/.exec(text)) {
    text = text.slice(0, match.index);
    if (match[1] === 'prev') placement.shift--;
    else if (match[1] === 'next') placement.shift++;
    else if (last && placement.insert === undefined && placement.shift === 0) placement.insert = match[1] as 'before' | 'after';
    else throw fail('InvalidPath', `path '${path}' may have ':${match[1]}' only at its end`);
  }
  return { text, placement };
}

function unescaped(text: string): string {
  return text.replaceAll('~7', ':').replaceAll('~1', '/').replaceAll('~0', '~');
}
