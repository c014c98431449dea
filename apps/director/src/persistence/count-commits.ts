import Database from 'better-sqlite3';

/** Counts the transactions that this process commits from now on, which SQLite itself does not tell. For benchmarks. */
export function countCommits(): () => number {
  let count = 0;
  const database = new Database(':memory:');
  const statement = Object.getPrototypeOf(database.prepare('SELECT 1')) as Database.Statement;
  database.close();
  const { run } = statement;
  statement.run = function (this: Database.Statement, ...args: unknown[]) {
    if (this.source === 'COMMIT') count += 1;
    return run.apply(this, args);
  };
  return () => count;
}
