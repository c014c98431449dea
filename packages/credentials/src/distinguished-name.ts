import type { JsonName } from '@peculiar/x509';
import { fail } from './errors.js';

const known = new Set(['C', 'ST', 'L', 'O', 'OU', 'CN']);

/** The part after `CN=` in a name, or undefined. */
export function commonNameOf(dn: string): string | undefined {
  return parts(dn).find(([key]) => key === 'CN')?.[1];
}

/**
 * `C=USA, O=Cloud Foundry, CN=x` as the library's list, in the order given. `C=USA` breaks X.520's length rule on purpose:
 * the stock agents' and NATS servers' names have it (as bosh-agent).
 */
export function parseDistinguishedName(dn: string): JsonName {
  return parts(dn).map(([key, value]) => ({ [key]: [value] }));
}

function parts(dn: string): [string, string][] {
  return dn.split(/,\s*(?=[A-Z]{1,2}=)/).map((part) => {
    const at = part.indexOf('=');
    const key = part.slice(0, at).trim();
    const value = part.slice(at + 1).trim();
    if (at < 1 || value === '' || !known.has(key)) throw fail('MalformedName', `'${part}' is no part of a distinguished name`);
    return [key, value];
  });
}
