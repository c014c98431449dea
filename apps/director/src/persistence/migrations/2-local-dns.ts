import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm';

const id: TableColumnOptions = { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' };
const text = (name: string, isNullable = false): TableColumnOptions => ({ name, type: 'text', isNullable });
const integer = (name: string): TableColumnOptions => ({ name, type: 'integer' });
const unique = (...columnNames: string[]) => ({ columnNames, isUnique: true });

/** In TypeORM's own words, which both databases understand. */
const tables = [
  new Table({
    name: 'local_dns_records',
    columns: [
      id,
      integer('deployment_id'),
      text('deployment'),
      integer('instance_id'),
      text('uuid'),
      text('group_name'),
      integer('position'),
      text('az', true),
      text('network'),
      integer('family'),
      text('address'),
      text('agent_id'),
    ],
    indices: [
      { name: 'local_dns_records_by_instance', ...unique('instance_id', 'network', 'family', 'address') },
      { name: 'local_dns_records_by_deployment', columnNames: ['deployment_id'] },
    ],
  }),
  new Table({
    name: 'local_dns_numbers',
    columns: [id, text('kind'), text('name'), integer('deployment_id')],
    indices: [{ name: 'local_dns_numbers_by_name', ...unique('kind', 'name', 'deployment_id') }],
  }),
  new Table({ name: 'local_dns_blobs', columns: [id, text('blobstore_id', true), text('sha256', true), text('content_hash')] }),
  new Table({
    name: 'agent_dns_versions',
    columns: [id, text('agent_id'), integer('version')],
    indices: [{ name: 'agent_dns_versions_by_agent', ...unique('agent_id') }],
  }),
];

/** Local DNS: the records of both families, and which version of them every agent has. */
export class LocalDns1764000000002 implements MigrationInterface {
  readonly name = 'LocalDns1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table, true, false, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables) await runner.dropTable(name);
  }
}
