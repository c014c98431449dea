import {
  type EntityManager,
  type EntitySchema,
  type FindOptionsSelect,
  type FindOptionsWhere,
  In,
  MoreThan,
  type ObjectLiteral,
} from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';

export type Where<Row> = { readonly [K in keyof Row]?: Row[K] };
export type Changes<Row> = { readonly [K in keyof Row]?: Row[K] };

/** SQLite takes 32,766 parameters a statement, and others have their turns between two. */
export const rowsAtOnce = 100;
/** TypeORM takes a quarter of a millisecond for a row, all within one turn. */
const insertedAtOnce = 25;

/** What every repository can do with its rows. Inside `Store.write` the changes are part of that transaction; elsewhere the connection only reads. */
export class Table<Row extends ObjectLiteral, New = Omit<Row, 'id'>> {
  protected readonly manager: EntityManager;
  protected readonly schema: EntitySchema<Row>;

  constructor(manager: EntityManager, schema: EntitySchema<Row>) {
    this.manager = manager;
    this.schema = schema;
  }

  /** In the order of their primary key. Many are read page by page, outside of a transaction each as it is then. */
  all(where: Where<Row> = {}): Promise<Row[]> {
    return this.paged(where);
  }

  async find(where: Where<Row>): Promise<Row | undefined> {
    return (await this.manager.findOne(this.schema, { where: where as FindOptionsWhere<Row> })) ?? undefined;
  }

  /** Those of the ids that exist, by id. */
  byIds(ids: readonly number[]): Promise<Row[]> {
    return this.allIn('id', ids as never);
  }

  /** The rows whose column has one of the values, by id. */
  async allIn<K extends keyof Row & string>(column: K, values: readonly Row[K][]): Promise<Row[]> {
    const found: Row[] = [];
    for (let at = 0; at < values.length; at += rowsAtOnce)
      found.push(...(await this.manager.find(this.schema, { where: { [column]: In(values.slice(at, at + rowsAtOnce)) } as never })));
    return found.sort((a, b) => a.id - b.id);
  }

  count(where: Where<Row> = {}): Promise<number> {
    return this.manager.count(this.schema, { where: where as FindOptionsWhere<Row> });
  }

  /** Inserts, and answers with the row and its new id. */
  async insert(row: New): Promise<Row> {
    const values = { ...row } as QueryDeepPartialEntity<Row>;
    await this.manager.insert(this.schema, values);
    return values as unknown as Row;
  }

  /** Inserts many at once, and answers with them and their new ids, in the same order. */
  async insertAll(rows: readonly New[]): Promise<Row[]> {
    const inserted: Row[] = [];
    for (let at = 0; at < rows.length; at += insertedAtOnce) {
      const values = rows.slice(at, at + insertedAtOnce).map((row) => ({ ...row })) as QueryDeepPartialEntity<Row>[];
      await this.manager.insert(this.schema, values);
      inserted.push(...(values as unknown as Row[]));
    }
    return inserted;
  }

  /** Changes the rows that match. */
  async update(where: Where<Row>, changes: Changes<Row>): Promise<void> {
    await this.manager.update(this.schema, where as FindOptionsWhere<Row>, changes as QueryDeepPartialEntity<Row>);
  }

  /** Deletes the rows that match; an empty condition is refused by the layer below. */
  async delete(where: Where<Row>): Promise<void> {
    await this.manager.delete(this.schema, where as FindOptionsWhere<Row>);
  }

  protected async paged(where: Where<Row>, select?: FindOptionsSelect<Row>): Promise<Row[]> {
    const key = 'id' in (this.schema.options.columns as object) ? 'id' : 'name';
    const rows: Row[] = [];
    for (let beyond = {}; ; beyond = { [key]: MoreThan(rows.at(-1)?.[key]) }) {
      const page = await this.manager.find(this.schema, {
        ...(select === undefined ? {} : { select }),
        where: { ...where, ...beyond } as FindOptionsWhere<Row>,
        order: { [key]: 'ASC' } as never,
        take: rowsAtOnce,
      });
      rows.push(...page);
      if (page.length < rowsAtOnce) return rows;
    }
  }

  /** A raw query for either database, with a `?` for each parameter; what comes back is as the driver gives it. */
  protected select<T>(sql: string, parameters: readonly unknown[]): Promise<T[]> {
    let at = 0;
    const numbered = this.manager.connection.options.type === 'postgres' ? sql.replaceAll('?', () => `$${++at}`) : sql;
    return this.raw(numbered, parameters);
  }

  /** One raw statement, for what rows are too slow for. */
  protected raw<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return this.manager.query(sql, parameters as unknown[]);
  }
}
