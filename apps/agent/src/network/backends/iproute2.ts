import { ip } from '../ip-batch.js';
import type { NetworkBackend } from './backend.js';

/** Talks to the kernel itself; nothing is kept for the next boot, when the agent does it again. */
export const iproute2: NetworkBackend = {
  name: 'iproute2',
  readsAdvertisements: false,
  realise: (_, missing) => ip(missing),
};
