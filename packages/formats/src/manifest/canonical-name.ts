/** BOSH's canonical form: lower case, `_` as `-`, other characters dropped, no `-` at either end. */
export function canonicalName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('_', '-')
    .replaceAll(/[^a-z0-9-]/g, '')
    .replaceAll(/^-+|-+$/g, '');
}
