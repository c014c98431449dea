import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

const aliases = new Table({
  name: 'local_dns_aliases',
  columns: [
    { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
    { name: 'deployment_id', type: 'integer' },
    { name: 'group_name', type: 'text' },
    { name: 'domain', type: 'text' },
    { name: 'health_filter', type: 'text', isNullable: true },
    { name: 'initial_health_check', type: 'text', isNullable: true },
    { name: 'placeholder_type', type: 'text', isNullable: true },
  ],
  indices: [{ name: 'local_dns_aliases_by_deployment', columnNames: ['deployment_id'] }],
});

/** Names that manifests give to the instances behind their links. */
export class DnsAliases1764000000011 implements MigrationInterface {
  readonly name = 'DnsAliases1764000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(aliases, true, false, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(aliases.name);
  }
}
