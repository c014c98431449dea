import type { EntityManager } from 'typeorm';
import { linkConsumerEntity, linkEntity, linkProviderEntity } from '../entities/index.js';
import type { LinkConsumerRow, LinkProviderRow, LinkRow } from '../rows/index.js';
import { Table } from '../table.js';

/** Links, with who offers and who uses them. */
export class LinkRepository extends Table<LinkRow> {
  readonly providers: Table<LinkProviderRow>;
  readonly consumers: Table<LinkConsumerRow>;

  constructor(manager: EntityManager) {
    super(manager, linkEntity);
    this.providers = new Table(manager, linkProviderEntity);
    this.consumers = new Table(manager, linkConsumerEntity);
  }
}
