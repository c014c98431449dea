import type { EntityManager } from 'typeorm';
import { dynamicDiskEntity, exportedReleaseEntity, passingBlobEntity, problemEntity, snapshotEntity } from './entities/index.js';
import { AttributeRepository } from './repositories/attribute-repository.js';
import { CompiledPackageRepository } from './repositories/compiled-package-repository.js';
import { ConfigRepository } from './repositories/config-repository.js';
import { DeploymentRepository } from './repositories/deployment-repository.js';
import { DiskRepository } from './repositories/disk-repository.js';
import { DnsRepository } from './repositories/dns-repository.js';
import { EventRepository } from './repositories/event-repository.js';
import { InstanceRepository } from './repositories/instance-repository.js';
import { IntentRepository } from './repositories/intent-repository.js';
import { LinkRepository } from './repositories/link-repository.js';
import { LockRepository } from './repositories/lock-repository.js';
import { OrphanDiskRepository } from './repositories/orphan-disk-repository.js';
import { OrphanedVmRepository } from './repositories/orphaned-vm-repository.js';
import { ReleaseRepository } from './repositories/release-repository.js';
import type { ReservationRepository } from './repositories/reservation-repository.js';
import { StemcellRepository } from './repositories/stemcell-repository.js';
import { TaskRepository } from './repositories/task-repository.js';
import { VariableRepository } from './repositories/variable-repository.js';
import { VmRepository } from './repositories/vm-repository.js';
import type { Repositories } from './store.js';
import { Table } from './table.js';

/** `reservations` is what differs between databases. */
export function createRepositories(manager: EntityManager, reservations: ReservationRepository): Repositories {
  return {
    deployments: new DeploymentRepository(manager),
    instances: new InstanceRepository(manager),
    vms: new VmRepository(manager),
    disks: new DiskRepository(manager),
    orphanDisks: new OrphanDiskRepository(manager),
    dynamicDisks: new Table(manager, dynamicDiskEntity),
    orphanedVms: new OrphanedVmRepository(manager),
    reservations,
    intents: new IntentRepository(manager),
    releases: new ReleaseRepository(manager),
    compiledPackages: new CompiledPackageRepository(manager),
    exportedReleases: new Table(manager, exportedReleaseEntity),
    passingBlobs: new Table(manager, passingBlobEntity),
    snapshots: new Table(manager, snapshotEntity),
    stemcells: new StemcellRepository(manager),
    configs: new ConfigRepository(manager),
    tasks: new TaskRepository(manager),
    events: new EventRepository(manager),
    locks: new LockRepository(manager),
    attributes: new AttributeRepository(manager),
    variables: new VariableRepository(manager),
    dns: new DnsRepository(manager),
    problems: new Table(manager, problemEntity),
    links: new LinkRepository(manager),
  };
}
