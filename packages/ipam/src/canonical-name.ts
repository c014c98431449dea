import { fail } from './errors.js';

/** The name as DNS takes it: lower case, `_` as `-`, other characters dropped. Throws 420001 when it starts or ends with `-`. */
export function canonicalName(name: string, pointer?: string): string {
  const canonical = name
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/[^a-z0-9-]/g, '');
  if (canonical.startsWith('-') || canonical.endsWith('-')) {
    throw fail(
      'NameNotCanonical',
      `'${name}' gives the DNS name '${canonical}', which starts or ends with '-'`,
      pointer === undefined ? {} : { where: { pointer } },
    );
  }
  return canonical;
}
