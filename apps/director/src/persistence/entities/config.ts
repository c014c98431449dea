import { EntitySchema } from 'typeorm';
import type { AttributeRow, ConfigRow } from '../rows/index.js';

export const configEntity = new EntitySchema<ConfigRow>({
  name: 'Config',
  tableName: 'configs',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    type: { type: 'text' },
    name: { type: 'text' },
    content: { type: 'text' },
    deleted: { type: 'boolean' },
    createdAt: { type: 'integer', name: 'created_at' },
    team: { type: 'text', nullable: true },
  },
});

export const attributeEntity = new EntitySchema<AttributeRow>({
  name: 'Attribute',
  tableName: 'director_attributes',
  columns: {
    name: { type: 'text', primary: true },
    value: { type: 'text' },
  },
});
