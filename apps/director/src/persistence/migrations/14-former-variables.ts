import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

const former = new Table({
  name: 'former_variables',
  columns: [
    { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
    { name: 'deployment_id', type: 'integer' },
    { name: 'instance_id', type: 'integer' },
    { name: 'name', type: 'text' },
    { name: 'value', type: 'text' },
  ],
  indices: [
    { name: 'former_variables_by_instance_id_name', columnNames: ['instance_id', 'name'], isUnique: true },
    { name: 'former_variables_by_deployment_id', columnNames: ['deployment_id'] },
  ],
});

/** Values of variables that instances still have though there are newer ones. */
export class FormerVariables1764000000014 implements MigrationInterface {
  readonly name = 'FormerVariables1764000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(former, true, false, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(former.name);
  }
}
