import { existsSync } from 'node:fs';
import { CodedError } from '@bosh6/base';
import { parseTarget } from '@bosh6/director-api/client/target';
import { classify, IpAddress } from '@bosh6/ip';
import { fail } from '../errors.js';
import { findHome } from '../up/home.js';

/** What could not be reached, said as the Director that `bosh6 up` started on this machine, when it can be that one; else the error as it is. */
export function asOwnDirector(
  error: unknown,
  url: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): unknown {
  if (!CodedError.is(error, 'DirectorUnreachable') || !isThisMachine(parseTarget(url).host)) return error;
  if (!existsSync(findHome(environment).directorConfig)) return error;
  return fail('OwnDirectorEnded', error.message, { cause: error, ...(error.where === undefined ? {} : { where: error.where }) });
}

function isThisMachine(host: string): boolean {
  const address = IpAddress.tryParse(host);
  return address === undefined ? host === 'localhost' : classify(address).kind === 'loopback';
}
