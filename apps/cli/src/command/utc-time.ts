import { z } from 'zod';

/** RFC 3339; bosh-cli lets the zone be left out. */
const time = z.iso.datetime({ offset: true, local: true }).regex(/T..:..:../);

/** A time that somebody typed, in UTC where it names no zone, as bosh-cli sends it: whole seconds, in UTC (CLI reference 4.1). What it throws becomes InvalidArguments with the flag's name. */
export function utcTime(text: string): string {
  const { data } = time.safeParse(text);
  if (data === undefined) throw new RangeError(`'${text}' is not a time as RFC 3339 has it, such as 2026-01-02T03:04:05Z`);
  const zoned = /(?:Z|[+-]\d\d:\d\d)$/.test(data) ? data : `${data}Z`;
  return `${new Date(zoned).toISOString().slice(0, 19)}Z`;
}
