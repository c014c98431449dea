import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which teams deployments and tasks belong to, and which one a config; what was there before belongs to none. */
export class Teams1764000000006 implements MigrationInterface {
  readonly name = 'Teams1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "deployments" ADD COLUMN "teams" text NOT NULL DEFAULT '[]'`);
    await runner.query(`ALTER TABLE "tasks" ADD COLUMN "teams" text NOT NULL DEFAULT '[]'`);
    await runner.query('ALTER TABLE "configs" ADD COLUMN "team" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "configs" DROP COLUMN "team"');
    await runner.query('ALTER TABLE "tasks" DROP COLUMN "teams"');
    await runner.query('ALTER TABLE "deployments" DROP COLUMN "teams"');
  }
}
