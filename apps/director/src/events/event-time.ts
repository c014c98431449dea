import { PlainAnswer } from '../http/plain-answer.js';

/** Milliseconds of a time in a request: epoch seconds, or a date that says its zone (UTC unless it does). Refused as BOSH refuses it, in text. */
export function eventTime(value: string | number, name: string): number {
  const text = String(value);
  const time = /^[-+]?\d{1,15}$/.test(text) ? Number(text) * 1000 : Date.parse(zoned(text));
  if (Number.isSafeInteger(time)) return time;
  throw new PlainAnswer(400, `'${text}' is no time for '${name}': write it as RFC 3339 or as seconds since 1970`);
}

function zoned(text: string): string {
  return /^\d{4}-\d\d-\d\d[ T][\d:.]+$/.test(text) ? `${text}Z` : text;
}
