import { z } from 'zod';
import {
  configConflictSchema,
  configDiffPostSchema,
  configDiffSchema,
  configPostSchema,
  configQuerySchema,
  configSchema,
  configsSchema,
  olderConfigsSchema,
} from '../config.js';
import { type Endpoint, endpoint } from './endpoint.js';

const gone = { 204: { says: 'It is deleted.' } };
const json = { accepts: ['json'] } as const;
const yaml = { accepts: ['yaml'], body: z.string() } as const;
const named = z.object({ name: z.string().optional() });
const listed = z.object({ limit: z.string(), name: z.string().optional() });
const diffed = z.object({ name: z.string().optional(), redact: z.string().optional() });

const older = (type: string, reads: string): Endpoint[] => [
  endpoint(`GET /${type}_configs`, reads, `Newest ${type} configs of a name, as older clients ask`, olderConfigsSchema, { query: listed }),
  endpoint(`POST /${type}_configs`, 'admin', `Store a ${type} config`, 'none', {
    query: named,
    ...yaml,
    answers: { 201: { says: 'It is stored, or was already.' } },
  }),
  endpoint(`POST /${type}_configs/diff`, 'admin', `What a ${type} config would change`, configDiffSchema, { query: diffed, ...yaml }),
];

export const configEndpoints: readonly Endpoint[] = [
  endpoint('GET /configs', 'list_configs', 'The newest of each type and name, or more of each', configsSchema, {
    query: configQuerySchema,
  }),
  endpoint('GET /configs/{id}', 'read', 'One config', configSchema),
  endpoint('POST /configs', 'update_configs', 'Store a config, unless another is current than the writer believes', 'none', {
    ...json,
    body: configPostSchema,
    answers: {
      201: { says: 'It is stored, or was already.', schema: configSchema },
      412: { says: 'Another one is current.', schema: configConflictSchema },
    },
  }),
  endpoint('POST /configs/diff', 'list_configs', 'What would change', configDiffSchema, { ...json, body: configDiffPostSchema }),
  endpoint('DELETE /configs', 'update_configs', 'Delete all of a type and name', 'none', {
    query: z.object({ type: z.string(), name: z.string() }),
    answers: gone,
  }),
  endpoint('DELETE /configs/{id}', 'update_configs', 'Delete one', 'none', { answers: gone }),
  ...older('cloud', 'read'),
  ...older('runtime', 'read'),
  ...older('cpi', 'admin'),
];
