import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm';

const column = (name: string, type: 'integer' | 'text', isNullable = false): TableColumnOptions => ({ name, type, isNullable });

const disks = new Table({
  name: 'dynamic_disks',
  columns: [
    { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
    column('deployment_id', 'integer'),
    column('name', 'text'),
    column('disk_cid', 'text'),
    column('disk_pool_name', 'text'),
    column('size', 'integer'),
    column('availability_zone', 'text', true),
    column('cpi', 'text'),
    column('metadata', 'text'),
    column('instance_id', 'integer', true),
    column('vm_cid', 'text', true),
    column('disk_hint', 'text', true),
  ],
  indices: [
    { name: 'dynamic_disks_by_name', columnNames: ['name'], isUnique: true },
    { name: 'dynamic_disks_by_deployment', columnNames: ['deployment_id'] },
    { name: 'dynamic_disks_by_instance', columnNames: ['instance_id'] },
    { name: 'dynamic_disks_by_vm', columnNames: ['vm_cid'] },
  ],
});

/** Named disks that are made, attached and deleted by request. */
export class DynamicDisks1764000000012 implements MigrationInterface {
  readonly name = 'DynamicDisks1764000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(disks, true, false, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(disks.name);
  }
}
