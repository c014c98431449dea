import type { JsonObject } from '@bosh6/base';
import { type Cpi, cpiError } from '@bosh6/cpi-protocol';

export interface LocalCpiProperties {
  /** The lab's Unix socket. */
  socket: string;
  /** Merged into every VM's settings; what create_vm's env says wins in the agent. */
  agent?: { mbus?: string; blobstore?: JsonObject; ntp?: string[] };
}

/** The Cpi on a lab; keeps no state of its own. */
export function createLocalCpi(_properties: LocalCpiProperties): Cpi {
  throw cpiError('NotImplemented', 'not available');
}
