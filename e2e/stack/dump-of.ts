import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Stack } from './stack.js';

/** All rows of the Director's database, by table, its blobs, and what the lab has. */
export async function dumpOf({ home, lab }: Stack, except: readonly string[] = []): Promise<Record<string, unknown>> {
  const database = new DatabaseSync(join(home, 'director', 'director.sqlite'), { readOnly: true });
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[];
    const told = tables.filter(({ name }) => !except.includes(name));
    const { vms, disks } = await lab.status();
    return {
      ...Object.fromEntries(told.map(({ name }) => [name, database.prepare(`SELECT * FROM "${name}"`).all()])),
      blobs: readdirSync(join(home, 'director', 'blobs'), { recursive: true, encoding: 'utf8' }).sort(),
      lab: { vms, disks },
    };
  } finally {
    database.close();
  }
}
