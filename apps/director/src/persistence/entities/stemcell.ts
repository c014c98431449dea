import { EntitySchema } from 'typeorm';
import type { StemcellRow } from '../rows/index.js';

export const stemcellEntity = new EntitySchema<StemcellRow>({
  name: 'Stemcell',
  tableName: 'stemcells',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    name: { type: 'text' },
    version: { type: 'text' },
    os: { type: 'text' },
    cid: { type: 'text' },
    sha1: { type: 'text' },
    cpi: { type: 'text' },
    apiVersion: { type: 'integer', name: 'api_version', nullable: true },
  },
});
