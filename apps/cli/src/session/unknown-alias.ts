import { CodedError } from '@bosh6/base';
import { fail } from '../errors.js';
import type { ConfigFile } from './config-file.js';

/** What could not be reached, said as an alias that nobody gave, when that is what the person most likely meant; else the error as it is. */
export function asUnknownAlias(error: unknown, given: string, config: ConfigFile): unknown {
  if (!CodedError.is(error, 'DirectorUnreachable')) return error;
  const { code } = (error.cause ?? {}) as { code?: unknown };
  const isUnknownName = code === 'ENOTFOUND' || code === 'EAI_AGAIN';
  // Host names have dots mostly, addresses and URLs have colons; an alias that is known would have been another address.
  if (!isUnknownName || /[.:/]/.test(given) || config.find(given) !== undefined) return error;
  const known = config.entries().flatMap(({ alias }) => (alias === undefined ? [] : [alias]));
  const aliases = known.length === 0 ? 'none is known' : `known: ${known.sort().join(', ')}`;
  return fail('UnknownAlias', `no alias '${given}' (${aliases}), and no host of that name`, {
    cause: error,
    hint: `give a Director that name with \`bosh6 -e ADDRESS alias-env ${given}\``,
    where: { object: config.path },
  });
}
