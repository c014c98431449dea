import Database from 'better-sqlite3';

/** A database of its own, with the store's settings and nothing around it; each call commits one row. For benchmarks: less cannot be done to remember something. */
export function bareCommits(path: string): (what: string) => void {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.exec('CREATE TABLE work (id INTEGER PRIMARY KEY, what TEXT)');
  const insert = database.prepare('INSERT INTO work (what) VALUES (?)');
  const [begin, commit] = [database.prepare('BEGIN IMMEDIATE'), database.prepare('COMMIT')];
  return (what) => {
    begin.run();
    insert.run(what);
    commit.run();
  };
}
