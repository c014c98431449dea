import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The settings of networks that each VM was asked for, beside what its CPI made of them; unknown of those that were there before. */
export class AskedNetworks1764000000018 implements MigrationInterface {
  readonly name = 'AskedNetworks1764000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "vms" ADD COLUMN "asked_networks" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "vms" DROP COLUMN "asked_networks"');
  }
}
