import { fail } from '../errors.js';

/** `canaries` or `max_in_flight` of a request: `2`, `10%`. Throws 40005. */
export function amount(name: string, text: string): string {
  if (/^\s*\d+\s*%?\s*$/.test(text)) return text;
  throw fail('FieldValueInvalid', `${name}: '${text}' must be a whole number or a percentage such as 10%`, {
    where: { document: 'request', pointer: `/${name}` },
  });
}
