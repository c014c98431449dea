import { CodedError } from '@bosh6/base';
import { IpPrefix } from '@bosh6/ip';
import type { Scope } from '../engine/scope.js';
import { fail } from './errors.js';

/** A placement knows that an address is in use, not by whom: the same error with its holder. Anything else comes back as it was. */
export async function nameHolder(scope: Scope, error: unknown): Promise<unknown> {
  if (!CodedError.is(error, 'AddressInUse')) return error;
  const { prefix: text, network } = error.details as { prefix: string; network: string };
  const prefix = IpPrefix.parse(text);
  const { family, first, last } = prefix.toRange();
  const holder = await scope.collaborators.store.read.reservations.inTheWay({ family, first: first.toBytes16(), last: last.toBytes16() });
  if (holder === undefined) return error;
  const what = prefix.hostBits === 0 ? prefix.address : prefix;
  return fail(
    'AddressHeld',
    `${what} of network '${network}' is in use by ${holder.owner}`,
    error.where === undefined ? {} : { where: error.where },
  );
}
