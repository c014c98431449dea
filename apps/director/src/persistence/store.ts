import type { AttributeRepository } from './repositories/attribute-repository.js';
import type { CompiledPackageRepository } from './repositories/compiled-package-repository.js';
import type { ConfigRepository } from './repositories/config-repository.js';
import type { DeploymentRepository } from './repositories/deployment-repository.js';
import type { DiskRepository } from './repositories/disk-repository.js';
import type { DnsRepository } from './repositories/dns-repository.js';
import type { EventRepository } from './repositories/event-repository.js';
import type { InstanceRepository } from './repositories/instance-repository.js';
import type { IntentRepository } from './repositories/intent-repository.js';
import type { LinkRepository } from './repositories/link-repository.js';
import type { LockRepository } from './repositories/lock-repository.js';
import type { OrphanDiskRepository } from './repositories/orphan-disk-repository.js';
import type { OrphanedVmRepository } from './repositories/orphaned-vm-repository.js';
import type { ReleaseRepository } from './repositories/release-repository.js';
import type { ReservationRepository } from './repositories/reservation-repository.js';
import type { StemcellRepository } from './repositories/stemcell-repository.js';
import type { TaskRepository } from './repositories/task-repository.js';
import type { VariableRepository } from './repositories/variable-repository.js';
import type { VmRepository } from './repositories/vm-repository.js';
import type { DynamicDiskRow, ExportedReleaseRow, PassingBlobRow, ProblemRow, SnapshotRow } from './rows/index.js';
import type { Table } from './table.js';

/** One repository per aggregate, all on one connection or in one transaction. */
export interface Repositories {
  readonly deployments: DeploymentRepository;
  readonly instances: InstanceRepository;
  readonly vms: VmRepository;
  readonly disks: DiskRepository;
  readonly orphanDisks: OrphanDiskRepository;
  readonly dynamicDisks: Table<DynamicDiskRow>;
  readonly orphanedVms: OrphanedVmRepository;
  readonly reservations: ReservationRepository;
  readonly intents: IntentRepository;
  readonly releases: ReleaseRepository;
  readonly compiledPackages: CompiledPackageRepository;
  readonly exportedReleases: Table<ExportedReleaseRow>;
  readonly passingBlobs: Table<PassingBlobRow>;
  readonly snapshots: Table<SnapshotRow>;
  readonly stemcells: StemcellRepository;
  readonly configs: ConfigRepository;
  readonly tasks: TaskRepository;
  readonly events: EventRepository;
  readonly locks: LockRepository;
  readonly attributes: AttributeRepository;
  readonly variables: VariableRepository;
  readonly dns: DnsRepository;
  readonly problems: Table<ProblemRow>;
  readonly links: LinkRepository;
}

/** Where the Director remembers. */
export interface Store {
  /** Other Directors may use the same database at the same time. */
  readonly shared: boolean;
  /** Outside of any transaction, on a connection that cannot write. */
  readonly read: Repositories;
  /**
   * Runs `work` in a transaction of its own: writers queue up, those of other Directors too, none sees another's half-done work, and a rejection undoes everything.
   * Runs once at most, so it may keep notes of its own. Await only database work inside, or a turn of the event loop now and then where there is much of it; a nested `write` or `snapshot` is refused.
   */
  write<T>(work: (tx: Repositories) => Promise<T>): Promise<T>;
  /** Resolves when all that was written before this call survives a power cut. What is less than a promise to somebody outside need not wait for it. */
  durable(): Promise<void>;
  /** Runs `work` on one consistent state of the database; nothing that it writes stays, or writing is refused. */
  snapshot<T>(work: (tx: Repositories) => Promise<T>): Promise<T>;
  /** Another number once anybody has changed the database; undefined where it does not tell. */
  version(): Promise<number | undefined>;
  /** Tells other Directors of the same database that something became of tasks. */
  announce(): Promise<void>;
  /** Calls `hear` after another Director announced, or may have. Answers with what ends it. */
  onAnnounced(hear: () => void): () => Promise<void>;
  close(): Promise<void>;
}
