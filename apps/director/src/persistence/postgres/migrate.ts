import { type DataSource, MigrationExecutor } from 'typeorm';
import { writersLock } from './writers-lock.js';

/** Runs what is missing, all of it or nothing; Directors that start together wait for each other. */
export async function migrate(source: DataSource): Promise<void> {
  if (!(await outdated(source))) return;
  const runner = source.createQueryRunner();
  try {
    await runner.query('BEGIN READ WRITE');
    await runner.query(`SELECT pg_advisory_xact_lock(${writersLock})`);
    const executor = new MigrationExecutor(source, runner);
    executor.transaction = 'none';
    await executor.executePendingMigrations();
    await runner.query('COMMIT');
  } catch (error) {
    await runner.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

async function outdated(source: DataSource): Promise<boolean> {
  const [known] = await source.query("SELECT to_regclass('migrations') IS NOT NULL AS known");
  if (!known.known) return true;
  const done: { name: string }[] = await source.query('SELECT name FROM migrations');
  const names = new Set(done.map((row) => row.name));
  return source.migrations.some((migration) => !names.has(migration.name ?? migration.constructor.name));
}
