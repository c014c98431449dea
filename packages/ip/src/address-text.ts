import { at, type Words } from './words.js';

const DOT = 46;
const COLON = 58;

export interface ParsedAddress {
  family: 4 | 6;
  words: Words;
  zone?: string;
}

/** Any RFC 4291 spelling of IPv6, with an RFC 4007 zone; IPv4 only as four decimal numbers without leading zeros. */
export function readAddress(text: string): ParsedAddress | undefined {
  const colon = text.indexOf(':');
  if (colon < 0) {
    const value = readIpv4(text, 0, text.length);
    return value < 0 ? undefined : { family: 4, words: [0, 0, 0, value] };
  }
  const percent = text.indexOf('%', colon);
  const words = readIpv6(text, percent < 0 ? text.length : percent);
  if (words === undefined) return undefined;
  if (percent < 0) return { family: 6, words };
  const zone = text.slice(percent + 1);
  return /^[^\s/%[\]]+$/.test(zone) ? { family: 6, words, zone } : undefined;
}

function readIpv4(text: string, start: number, end: number): number {
  let value = 0;
  let parts = 0;
  let index = start;
  while (parts < 4) {
    const first = index;
    let part = 0;
    for (; index < end; index++) {
      const digit = text.charCodeAt(index) - 48;
      if (digit < 0 || digit > 9) break;
      part = part * 10 + digit;
    }
    const length = index - first;
    if (length === 0 || length > 3 || part > 255 || (length > 1 && text.charCodeAt(first) === 48)) return -1;
    value = value * 256 + part;
    parts++;
    if (parts < 4) {
      if (index >= end || text.charCodeAt(index) !== DOT) return -1;
      index++;
    }
  }
  return index === end ? value : -1;
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** Where the groups of the address that is being read or written stand; nothing has two in hand at once. */
const groups = new Uint16Array(8);

function readIpv6(text: string, end: number): Words | undefined {
  let count = 0;
  let gap = -1;
  let index = 0;
  if (text.charCodeAt(0) === COLON) {
    if (end < 2 || text.charCodeAt(1) !== COLON) return undefined;
    gap = 0;
    index = 2;
  }
  while (index < end) {
    const start = index;
    let value = 0;
    for (; index < end; index++) {
      const digit = hexDigit(text.charCodeAt(index));
      if (digit < 0) break;
      value = value * 16 + digit;
      if (index - start >= 4) return undefined;
    }
    if (index === start) return undefined;
    if (index < end && text.charCodeAt(index) === DOT) {
      const tail = count > 6 ? -1 : readIpv4(text, start, end);
      if (tail < 0) return undefined;
      groups[count++] = tail >>> 16;
      groups[count++] = tail & 0xffff;
      break;
    }
    if (count === 8) return undefined;
    groups[count++] = value;
    if (index === end) break;
    if (text.charCodeAt(index) !== COLON || ++index === end) return undefined;
    if (text.charCodeAt(index) === COLON) {
      if (gap >= 0) return undefined;
      gap = count;
      index++;
    }
  }
  if (gap < 0 ? count !== 8 : count > 7) return undefined;
  if (gap >= 0) {
    // The groups behind `::` go to the end, the last one first.
    for (let to = 7, from = count - 1; to >= gap; to--, from--) groups[to] = from >= gap ? at(groups, from) : 0;
  }
  return [word(0), word(2), word(4), word(6)];
}

function word(index: number): number {
  return at(groups, index) * 65536 + at(groups, index + 1);
}

export function ipv4Text(value: number): string {
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
}

export function groupsOf(words: Words): number[] {
  return words.flatMap((word) => [word >>> 16, word & 0xffff]);
}

/** RFC 5952: lower case, the first longest run of two or more zero groups as `::`, IPv4-mapped addresses in mixed form (section 5). */
export function ipv6Text(words: Words): string {
  if (words[0] === 0 && words[1] === 0 && words[2] === 0xffff) return `::ffff:${ipv4Text(words[3])}`;
  for (let index = 0; index < 4; index++) {
    const value = at(words, index);
    groups[2 * index] = value >>> 16;
    groups[2 * index + 1] = value & 0xffff;
  }
  let best = 8;
  let length = 1;
  for (let index = 0, run = 0; index < 8; index++) {
    run = groups[index] === 0 ? run + 1 : 0;
    if (run > length) {
      length = run;
      best = index + 1 - run;
    }
  }
  let text = best === 0 ? '' : hexGroup(at(groups, 0));
  for (let index = 1; index < best; index++) text += colonGroup(at(groups, index));
  if (best === 8) return text;
  text += best + length === 8 ? '::' : ':';
  for (let index = best + length; index < 8; index++) text += colonGroup(at(groups, index));
  return text;
}

const bytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16));
const lowBytes = bytes.map((text) => text.padStart(2, '0'));
const colonBytes = bytes.map((text) => `:${text}`);

/** Tables of bytes are faster than `toString(16)`. */
function hexGroup(value: number): string {
  return value < 256 ? (bytes[value] as string) : (bytes[value >>> 8] as string) + (lowBytes[value & 255] as string);
}

/** A group and the colon before it: a table that has the colon saves a concatenation. */
function colonGroup(value: number): string {
  return value < 256 ? (colonBytes[value] as string) : (colonBytes[value >>> 8] as string) + (lowBytes[value & 255] as string);
}
