import type { MigrationInterface, QueryRunner } from 'typeorm';

const index = 'tasks_by_request_key';

/** Which request began a task, and how often whoever asked has looked at it since: a request that is sent again begins no second one. */
export class TaskRequests1764000000004 implements MigrationInterface {
  readonly name = 'TaskRequests1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "tasks" ADD COLUMN "request_key" text');
    await runner.query('ALTER TABLE "tasks" ADD COLUMN "request_reads" integer NOT NULL DEFAULT 0');
    await runner.query(`CREATE INDEX "${index}" ON "tasks" ("request_key") WHERE "request_key" IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "${index}"`);
    await runner.query('ALTER TABLE "tasks" DROP COLUMN "request_reads"');
    await runner.query('ALTER TABLE "tasks" DROP COLUMN "request_key"');
  }
}
