import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

const exportedReleases = new Table({
  name: 'exported_releases',
  columns: [
    { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
    { name: 'blobstore_id', type: 'text' },
  ],
});

/** Blobs that somebody exported, for a clean-up to find them. */
export class ExportedReleases1764000000005 implements MigrationInterface {
  readonly name = 'ExportedReleases1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(exportedReleases, true, false, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(exportedReleases.name);
  }
}
