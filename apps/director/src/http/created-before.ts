import { z } from 'zod';
import { fail } from '../errors.js';
import { parse } from './parse.js';

/** RFC 3339: with seconds and an offset. */
const time = z.iso.datetime({ offset: true }).regex(/T..:..:../);

/** Milliseconds since 1970 of `recreate_vms_created_before`, when it is given. Throws 40005 where it is no time, or nothing is to be recreated (director-api reference 4.3.2). */
export function createdBefore(text: string | undefined, asked: { isRecreate: boolean; by: string }): number | undefined {
  if (text === undefined) return undefined;
  const refuse = (what: string, hint: string): Error =>
    fail('FieldValueInvalid', what, { where: { document: 'request', pointer: '/recreate_vms_created_before' }, hint });
  if (!asked.isRecreate) throw refuse(`recreate_vms_created_before goes with ${asked.by} alone`, `add ${asked.by}`);
  return Date.parse(
    parse(time, text, () =>
      refuse(`recreate_vms_created_before: '${text}' is not a time as RFC 3339 has it`, 'write it as 2026-01-02T03:04:05Z'),
    ),
  );
}
