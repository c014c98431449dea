import type { EntityManager } from 'typeorm';
import { jobEntity, packageEntity, releaseEntity, releaseVersionEntity } from '../entities/index.js';
import type { JobRow, PackageRow, ReleaseRow, ReleaseVersionRow } from '../rows/index.js';
import { Table } from '../table.js';

/** Releases with their versions, packages and jobs. */
export class ReleaseRepository extends Table<ReleaseRow> {
  readonly versions: Table<ReleaseVersionRow>;
  readonly packages: Table<PackageRow>;
  readonly jobs: Table<JobRow>;

  constructor(manager: EntityManager) {
    super(manager, releaseEntity);
    this.versions = new Table(manager, releaseVersionEntity);
    this.packages = new Table(manager, packageEntity);
    this.jobs = new Table(manager, jobEntity);
  }

  /** The version with its release, when both are known. */
  async findVersion(name: string, version: string): Promise<{ release: ReleaseRow; version: ReleaseVersionRow } | undefined> {
    const release = await this.find({ name });
    if (release === undefined) return undefined;
    const found = await this.versions.find({ releaseId: release.id, version });
    return found === undefined ? undefined : { release, version: found };
  }

  packagesOf(version: ReleaseVersionRow): Promise<PackageRow[]> {
    return this.packages.byIds(version.packageIds);
  }

  jobsOf(version: ReleaseVersionRow): Promise<JobRow[]> {
    return this.jobs.byIds(version.jobIds);
  }
}
