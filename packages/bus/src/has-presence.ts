import type { BusPresence } from './types.js';

/** Whether this bus tells when agents come and go: an embedded one does. */
export function hasPresence(authority: object): authority is BusPresence {
  return 'onPresence' in authority && 'isPresent' in authority;
}
