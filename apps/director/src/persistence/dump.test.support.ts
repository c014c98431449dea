import Database from 'better-sqlite3';
import type { DatabaseConfig } from '../core/database-config.js';
import { postgresServer } from './stores.test.suite.js';

/** Every row of every table as text, by table. */
export async function dump(config: DatabaseConfig): Promise<Record<string, string[]>> {
  const { ask, close } = config.type === 'sqlite' ? sqlite(config.path) : await postgres(config.name);
  const tables = await ask(
    config.type === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table'"
      : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  const told: Record<string, string[]> = {};
  for (const { name } of tables) told[String(name)] = (await ask(`SELECT * FROM "${name}"`)).map((row) => JSON.stringify(row)).sort();
  await close();
  return told;
}

interface Open {
  ask(sql: string): Promise<Record<string, unknown>[]>;
  close(): Promise<unknown>;
}

function sqlite(path: string): Open {
  const database = new Database(path, { readonly: true });
  return { ask: async (sql) => database.prepare<[], Record<string, unknown>>(sql).all(), close: async () => database.close() };
}

async function postgres(name: string): Promise<Open> {
  const client = await (await postgresServer()).client(name);
  return { ask: async (sql) => (await client.query(sql)).rows, close: () => client.end() };
}
