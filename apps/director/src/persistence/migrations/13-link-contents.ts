import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the jobs of a deployment were given of the links that others share; unknown of those that were there before. */
export class LinkContents1764000000013 implements MigrationInterface {
  readonly name = 'LinkContents1764000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "links" ADD COLUMN "shared" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "links" DROP COLUMN "shared"');
  }
}
