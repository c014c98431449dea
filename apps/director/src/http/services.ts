import type { World } from '@bosh6/base';
import type { Blobstore } from '../blobs/blobstore.js';
import type { UrlSigner } from '../blobs/signer.js';
import type { DirectorConfig } from '../core/config.js';
import type { Log } from '../core/log.js';
import type { Previews } from '../deploy/plan/previews.js';
import type { RequestMetrics } from '../metrics/request-metrics.js';
import type { Permissions } from '../permissions/permissions.js';
import type { Store } from '../persistence/store.js';
import type { TaskOutputs } from '../tasks/task-outputs.js';
import type { Tasks } from '../tasks/tasks.js';
import type { Authentication } from '../uaa/create-authentication.js';
import type { Uploads } from './uploads.js';

/** What the controllers work with; one value, provided when the module is made. */
export abstract class Services {
  abstract readonly config: DirectorConfig;
  abstract readonly directorUuid: string;
  abstract readonly permissions: Permissions;
  abstract readonly log: Log;
  abstract readonly world: World;
  abstract readonly store: Store;
  abstract readonly blobs: Blobstore;
  abstract readonly signer: UrlSigner;
  abstract readonly tasks: Tasks;
  abstract readonly previews: Previews;
  abstract readonly outputs: TaskOutputs;
  abstract readonly authenticator: Authentication['authenticator'];
  abstract readonly uaa?: Authentication['uaa'];
  abstract readonly uploads: Uploads;
  /** Where metrics are asked for. */
  abstract readonly requests?: RequestMetrics;
}
