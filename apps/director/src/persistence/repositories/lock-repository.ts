import type { EntityManager } from 'typeorm';
import { lockEntity } from '../entities/index.js';
import type { LockRow } from '../rows/index.js';
import { Table } from '../table.js';

export class LockRepository extends Table<LockRow, LockRow> {
  constructor(manager: EntityManager) {
    super(manager, lockEntity);
  }

  /** Takes the lock unless somebody holds it: as `isHeld` knows, or else until its lease is over at `now`. */
  async take(
    lock: LockRow,
    now: number,
    isHeld: (holder: LockRow) => boolean | undefined = () => undefined,
  ): Promise<{ taken: true } | { taken: false; holder: LockRow }> {
    const holder = await this.find({ name: lock.name });
    if (holder !== undefined && holder.uid !== lock.uid && (isHeld(holder) ?? holder.expiredAt > now)) return { taken: false, holder };
    await this.delete({ name: lock.name });
    await this.insert(lock);
    return { taken: true };
  }
}
