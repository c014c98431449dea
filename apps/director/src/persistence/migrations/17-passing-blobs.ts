import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

const blobs = new Table({
  name: 'passing_blobs',
  columns: [
    { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
    { name: 'blobstore_id', type: 'text' },
    { name: 'keep_until', type: 'bigint' },
  ],
});

/** Blobs that are known only to be deleted: bundles of logs, and what deleted rows named. */
export class PassingBlobs1764000000017 implements MigrationInterface {
  readonly name = 'PassingBlobs1764000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(blobs, true, false, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(blobs.name);
  }
}
