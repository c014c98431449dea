import type { World } from '@bosh6/base';
import type { Bus, BusAuthority } from '@bosh6/bus';
import type { Cpi } from '@bosh6/cpi-protocol';
import type { Renderer } from '@bosh6/templates';
import type { Blobstore } from '../blobs/blobstore.js';
import type { Store } from '../persistence/store.js';
import type { Locks } from '../tasks/locks.js';
import type { Tasks } from '../tasks/tasks.js';
import type { DirectorConfig } from './config.js';
import type { Log } from './log.js';
import type { TrustedCerts } from './trusted-certs.js';

/** A CPI that VMs may be made with. */
export interface KnownCpi {
  /** Of its CPI config entry; '' is the one of a Director without CPI config. */
  readonly name: string;
  /** Names that it had before. */
  readonly formerNames: readonly string[];
}

/** The CPIs by name, as the stored CPI configs say them at each moment. */
export interface Cpis {
  /** Those of the CPI configs; without any, the one that is called ''. */
  known(): Promise<readonly KnownCpi[]>;
  /** Calls the CPI of that name, present or former; '' is always the one of the Director's configuration. Throws CpiUnknown. */
  use<T>(name: string, work: (cpi: Cpi) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What handlers may touch. */
export interface Collaborators {
  readonly config: DirectorConfig;
  readonly log: Log;
  readonly world: World;
  readonly store: Store;
  readonly blobs: Blobstore;
  readonly tasks: Tasks;
  readonly locks: Locks;
  readonly bus: Bus;
  readonly busAuthority: BusAuthority;
  readonly cpis: Cpis;
  /** Starts its process at the first render. */
  readonly renderer: Renderer;
  readonly directorUuid: string;
  /** What VMs are to trust. */
  readonly trustedCerts?: TrustedCerts;
}
