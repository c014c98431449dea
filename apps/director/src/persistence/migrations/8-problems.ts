import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

const problems = new Table({
  name: 'deployment_problems',
  columns: [
    { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
    { name: 'deployment_id', type: 'bigint' },
    { name: 'type', type: 'text' },
    { name: 'resource_id', type: 'bigint' },
    { name: 'state', type: 'text' },
    { name: 'data', type: 'text' },
    { name: 'created_at', type: 'bigint' },
  ],
  indices: [{ name: 'deployment_problems_by_deployment_id', columnNames: ['deployment_id', 'state'] }],
});

/** What scans found wrong with VMs and disks. */
export class Problems1764000000008 implements MigrationInterface {
  readonly name = 'Problems1764000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(problems, true, false, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(problems.name);
  }
}
