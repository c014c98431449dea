import type { EntityManager } from 'typeorm';
import {
  agentDnsVersionEntity,
  dnsAliasEntity,
  dnsBlobEntity,
  dnsLinkEntity,
  dnsNumberEntity,
  dnsRecordEntity,
} from '../entities/index.js';
import type { AgentDnsVersionRow, DnsAliasRow, DnsBlobRow, DnsLinkRow, DnsNumberKind, DnsNumberRow, DnsRecordRow } from '../rows/index.js';
import { Table } from '../table.js';

/** Records of local DNS, and what was published of them. */
export class DnsRepository extends Table<DnsRecordRow> {
  readonly numbers: Table<DnsNumberRow>;
  readonly aliases: Table<DnsAliasRow>;
  readonly links: Table<DnsLinkRow>;
  readonly blobs: Table<DnsBlobRow>;
  readonly agentVersions: Table<AgentDnsVersionRow>;

  constructor(manager: EntityManager) {
    super(manager, dnsRecordEntity);
    this.numbers = new Table(manager, dnsNumberEntity);
    this.aliases = new Table(manager, dnsAliasEntity);
    this.links = new Table(manager, dnsLinkEntity);
    this.blobs = new Table(manager, dnsBlobEntity);
    this.agentVersions = new Table(manager, agentDnsVersionEntity);
  }

  /** Gives a name its number unless it has one. */
  async number(kind: DnsNumberKind, name: string, deploymentId = 0): Promise<void> {
    const row = { kind, name, deploymentId };
    if ((await this.numbers.count(row)) === 0) await this.numbers.insert(row);
  }
}
