import type { ConfigEntry } from '@bosh6/director-api/client';
import type { Table } from '../output/table.js';

export function configTable(config: ConfigEntry): Table {
  const { id, type, name, created_at: createdAt, content } = config;
  return {
    api: { config },
    content: 'config',
    header: ['ID', 'Type', 'Name', 'Created At', 'Content'],
    rows: [[id, type, name, createdAt, content]],
    transposed: true,
  };
}
