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

/** The CPIs by name; '' is the one of a Director without CPI config. */
export interface Cpis {
  readonly names: readonly string[];
  /** Fails with a coded error when no CPI has that name. */
  get(name: string): Cpi;
  close?(): Promise<void>;
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
}
