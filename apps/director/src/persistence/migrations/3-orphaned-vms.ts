import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm';

const text = (name: string, isNullable = false): TableColumnOptions => ({ name, type: 'text', isNullable });

const orphanedVms = new Table({
  name: 'orphaned_vms',
  columns: [
    { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
    text('cid'),
    text('agent_id'),
    text('cpi'),
    text('az', true),
    text('deployment_name'),
    text('instance_name'),
    { name: 'orphaned_at', type: 'bigint' },
  ],
  indices: [{ name: 'orphaned_vms_by_cid', columnNames: ['cid', 'cpi'], isUnique: true }],
});

const index = 'ip_reservations_by_orphaned_vm_id';

/** VMs that have a successor, with the addresses that they hold until they are deleted. */
export class OrphanedVms1764000000003 implements MigrationInterface {
  readonly name = 'OrphanedVms1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(orphanedVms, true, false, true);
    // TypeORM would copy SQLite's whole table for this, without what it does not know of it.
    await runner.query('ALTER TABLE "ip_reservations" ADD COLUMN "orphaned_vm_id" bigint');
    await runner.query(`CREATE INDEX "${index}" ON "ip_reservations" ("orphaned_vm_id") WHERE "orphaned_vm_id" IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "${index}"`);
    await runner.query('ALTER TABLE "ip_reservations" DROP COLUMN "orphaned_vm_id"');
    await runner.dropTable(orphanedVms.name);
  }
}
