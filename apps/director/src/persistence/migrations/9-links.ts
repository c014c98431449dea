import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm';

const text = (name: string, isNullable = false): TableColumnOptions => ({ name, type: 'text', isNullable });
const own: TableColumnOptions[] = [
  { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
  { name: 'deployment_id', type: 'bigint' },
];
const table = (name: string, columns: TableColumnOptions[]): Table =>
  new Table({ name, columns: [...own, ...columns], indices: [{ name: `${name}_by_deployment_id`, columnNames: ['deployment_id'] }] });

const tables = [
  table('link_providers', [
    ...['group_name', 'job', 'original_name', 'name', 'type'].map((name) => text(name)),
    { name: 'shared', type: 'boolean' },
    text('content'),
  ]),
  table('link_consumers', [
    text('group_name', true),
    ...['owner', 'name', 'type'].map((name) => text(name)),
    { name: 'optional', type: 'boolean' },
  ]),
  table('links', [
    { name: 'consumer_id', type: 'bigint' },
    { name: 'provider_id', type: 'bigint', isNullable: true },
    text('name'),
    text('network', true),
    { name: 'created_at', type: 'bigint' },
  ]),
];

/** Who offers and who uses links, as deployed last. */
export class Links1764000000009 implements MigrationInterface {
  readonly name = 'Links1764000000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const each of tables) await runner.createTable(each, true, false, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables) await runner.dropTable(name);
  }
}
