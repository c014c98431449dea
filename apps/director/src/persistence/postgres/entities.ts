import { EntitySchema, type EntitySchemaColumnOptions, type ObjectLiteral, type ValueTransformer } from 'typeorm';
import * as entities from '../entities/index.js';

/** PostgreSQL's text has no U+0000, which a process's output may have. */
const withoutNul: ValueTransformer = {
  to: (value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value),
  from: (value: unknown) => value,
};

/** The same entities in PostgreSQL's types; found by name, so repositories go on to name the others. */
export const postgresEntities = (Object.values(entities) as EntitySchema<ObjectLiteral>[]).map(
  ({ options }) => new EntitySchema<ObjectLiteral>({ ...options, columns: translate(options.columns) }),
);

function translate(columns: EntitySchema<ObjectLiteral>['options']['columns']): Record<string, EntitySchemaColumnOptions> {
  const entries = Object.entries(columns as Record<string, EntitySchemaColumnOptions>).map(([key, column]) => {
    if (column.type === 'blob') return [key, { ...column, type: 'bytea' }] as const;
    if (column.type === 'text') return [key, { ...column, transformer: withoutNul }] as const;
    return [key, column] as const;
  });
  return Object.fromEntries(entries) as Record<string, EntitySchemaColumnOptions>;
}
