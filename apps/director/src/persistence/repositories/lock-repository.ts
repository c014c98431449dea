import type { EntityManager } from 'typeorm';
import { lockEntity } from '../entities/index.js';
import type { LockRow } from '../rows/index.js';
import { Table } from '../table.js';

export class LockRepository extends Table<LockRow, LockRow> {
  constructor(manager: EntityManager) {
    super(manager, lockEntity);
  }

  /** Takes the lock unless somebody holds it at `now`. */
  async take(lock: LockRow, now: number): Promise<{ taken: true } | { taken: false; holder: LockRow }> {
    const holder = await this.find({ name: lock.name });
    if (holder !== undefined && holder.expiredAt > now && holder.uid !== lock.uid) return { taken: false, holder };
    await this.delete({ name: lock.name });
    await this.insert(lock);
    return { taken: true };
  }
}
