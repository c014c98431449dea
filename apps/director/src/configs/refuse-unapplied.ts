import { fail } from '../errors.js';

/** A type that BOSH applies to every deploy and we do not yet: kept without a word it would be believed to work. */
export function refuseUnapplied(type: string): void {
  if (type !== 'runtime') return;
  throw fail('NotAvailableYet', `configs of type '${type}' are not available yet`, {
    where: { document: 'request', pointer: '/type' },
    hint: 'deploys would not apply it',
  });
}
