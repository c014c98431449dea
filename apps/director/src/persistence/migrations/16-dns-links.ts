import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

const links = new Table({
  name: 'local_dns_links',
  columns: [
    { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
    { name: 'deployment_id', type: 'integer' },
    { name: 'group_name', type: 'text' },
    { name: 'name', type: 'text' },
  ],
  indices: [{ name: 'local_dns_links_by_deployment', columnNames: ['deployment_id'] }],
});

/** Which groups are found by the names of which links. */
export class DnsLinks1764000000016 implements MigrationInterface {
  readonly name = 'DnsLinks1764000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(links, true, false, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(links.name);
  }
}
