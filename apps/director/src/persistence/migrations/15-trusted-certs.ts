import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which trusted certificates each VM has; those that were there before have none. */
export class TrustedCerts1764000000015 implements MigrationInterface {
  readonly name = 'TrustedCerts1764000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "vms" ADD COLUMN "trusted_certs" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "vms" DROP COLUMN "trusted_certs"');
  }
}
