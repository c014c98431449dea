import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

const snapshots = new Table({
  name: 'snapshots',
  columns: [
    { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
    { name: 'cid', type: 'text' },
    { name: 'disk_cid', type: 'text' },
    { name: 'cpi', type: 'text' },
    { name: 'clean', type: 'boolean' },
    { name: 'created_at', type: 'bigint' },
  ],
  indices: [{ name: 'snapshots_by_disk_cid', columnNames: ['disk_cid'] }],
});

/** Snapshots of persistent disks, whoever has these. */
export class Snapshots1764000000007 implements MigrationInterface {
  readonly name = 'Snapshots1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(snapshots, true, false, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(snapshots.name);
  }
}
