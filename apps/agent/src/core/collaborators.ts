import type { World } from '@bosh6/base';
import type { BlobFetcher } from '../blobs/blob-fetcher.js';
import type { Compiler } from '../compile/compiler.js';
import type { Disks } from '../disks/disks.js';
import type { DynamicDisks } from '../disks/dynamic-disks.js';
import type { DnsRecords } from '../dns/dns-records.js';
import type { KnownHealth } from '../dns/known-health.js';
import type { SpecInstaller } from '../install/spec-installer.js';
import type { Layout } from '../layout.js';
import type { Log } from '../log.js';
import type { Platform } from '../platform/platform.js';
import type { SettingsService } from '../settings/settings-service.js';
import type { Supervisor } from '../supervisor/supervisor.js';
import type { TaskQueue } from '../tasks/task-queue.js';
import type { VitalsReader } from '../vitals/vitals.js';
import type { SpecStore } from './spec-store.js';

/** Everything that actions may use; each takes what it needs. */
export interface Collaborators {
  world: World;
  log: Log;
  layout: Layout;
  platform: Platform;
  settings: SettingsService;
  spec: SpecStore;
  tasks: TaskQueue;
  supervisor: Supervisor;
  installer: SpecInstaller;
  blobs: BlobFetcher;
  compiler: Compiler;
  disks: Disks;
  dynamicDisks: DynamicDisks;
  dns: DnsRecords;
  health: KnownHealth;
  vitals: VitalsReader;
  /** Tells the health monitor that this machine goes down on purpose. */
  announceShutdown(): void;
  /** Uses the settings' current bus servers and certificate from now on. */
  moveBus(): Promise<void>;
}
