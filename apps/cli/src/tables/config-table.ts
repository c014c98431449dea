import type { ConfigEntry } from '@bosh6/director-api/client';
import type { Table } from '../output/table.js';

export function configTable({ id, type, name, created_at: createdAt, content }: ConfigEntry): Table {
  return {
    content: 'config',
    header: ['ID', 'Type', 'Name', 'Created At', 'Content'],
    rows: [[id, type, name, createdAt, content]],
    transposed: true,
  };
}
