import type { DataSource } from 'typeorm';

/** TypeORM writes numbers into the text of a statement for SQLite, which then compiles one for each instance. From now on they are bound, as everything else. */
export function bindNumbers(driver: DataSource['driver']): void {
  const write = driver.escapeQueryWithParameters.bind(driver);
  const bound = (value: unknown): unknown => (Number.isSafeInteger(value) ? BigInt(value as number) : value);
  driver.escapeQueryWithParameters = (sql, parameters) =>
    write(sql, Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, bound(value)])));
}
