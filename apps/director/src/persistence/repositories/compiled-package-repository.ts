import { type EntityManager, In } from 'typeorm';
import { compiledPackageEntity } from '../entities/index.js';
import type { CompiledPackageRow } from '../rows/index.js';
import { Table } from '../table.js';

export class CompiledPackageRepository extends Table<CompiledPackageRow> {
  constructor(manager: EntityManager) {
    super(manager, compiledPackageEntity);
  }

  async ofPackages(packageIds: readonly number[]): Promise<CompiledPackageRow[]> {
    if (packageIds.length === 0) return [];
    return this.manager.find(compiledPackageEntity, { where: { packageId: In([...packageIds]) }, order: { id: 'ASC' } });
  }

  /** Stores with the next build number of its package and stemcell; inside `Store.write`. */
  async add(row: Omit<CompiledPackageRow, 'id' | 'build'>): Promise<CompiledPackageRow> {
    const { packageId, stemcellOs, stemcellVersion } = row;
    const builds = (await this.all({ packageId, stemcellOs, stemcellVersion })).map(({ build }) => build);
    return this.insert({ ...row, build: Math.max(0, ...builds) + 1 });
  }
}
