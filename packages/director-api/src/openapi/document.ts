import { z } from 'zod';
import { errorBodySchema } from '../errors.js';
import { mediaTypes } from '../routes.js';
import { artifactEndpoints } from './artifact-endpoints.js';
import { configEndpoints } from './config-endpoints.js';
import { deploymentEndpoints } from './deployment-endpoints.js';
import type { Answer, Endpoint } from './endpoint.js';
import { infrastructureEndpoints } from './infrastructure-endpoints.js';
import { workEndpoints } from './work-endpoints.js';

/** Every call that clients may make; without the token service, and the signed URLs that agents get. */
export const endpoints: readonly Endpoint[] = [
  ...workEndpoints,
  ...configEndpoints,
  ...deploymentEndpoints,
  ...artifactEndpoints,
  ...infrastructureEndpoints,
];

type Schema = Record<string, unknown>;

export interface OpenapiOperation {
  tags: string[];
  summary: string;
  /** The scope-giving permission, in words. */
  description: string;
  security: Record<string, string[]>[];
  parameters: { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
}

export interface OpenapiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string };
  paths: Record<string, Record<string, OpenapiOperation>>;
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, Schema> };
}

/** The contract as an OpenAPI 3.1 document; `version` is the Director's. */
export function openapiDocument(version: string): OpenapiDocument {
  const paths: OpenapiDocument['paths'] = {};
  for (const each of endpoints) paths[each.path] = { ...paths[each.path], [each.method]: operation(each) };
  return {
    openapi: '3.1.0',
    info: { title: 'Bosh6 Director', version },
    paths,
    components: {
      schemas: { Error: jsonSchema(errorBodySchema, 'output') },
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function operation({ path, needs, summary, query, accepts, body, answers }: Endpoint): OpenapiOperation {
  const isPublic = needs === 'public';
  const result: OpenapiOperation = {
    tags: [path.split('/')[1] ?? ''],
    summary,
    description: isPublic ? 'Needs no token.' : `Needs the permission \`${needs}\`.`,
    security: isPublic ? [] : [{ token: [] }],
    parameters: [...inPath(path), ...inQuery(query)],
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, response(answer)])),
      default: { description: 'It is refused.', content: { 'text/html': { schema: { $ref: '#/components/schemas/Error' } } } },
    },
  };
  if (accepts !== undefined)
    result.requestBody = { content: Object.fromEntries(accepts.map((medium) => [mediaTypes[medium], { schema: bodyOf(medium, body) }])) };
  return result;
}

function bodyOf(medium: keyof typeof mediaTypes, body: z.ZodType | undefined): Schema {
  if (medium === 'upload') return { type: 'string', format: 'binary' };
  return body === undefined ? {} : jsonSchema(body, 'input');
}

function response({ says, schema, type = 'text/html' }: Answer): OpenapiOperation['responses'][string] {
  if (schema !== undefined) return { description: says, content: { [type]: { schema: jsonSchema(schema, 'output') } } };
  return type === 'text/html' ? { description: says } : { description: says, content: { [type]: { schema: { type: 'string' } } } };
}

function inPath(path: string): OpenapiOperation['parameters'] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

function inQuery(query: z.ZodObject | undefined): OpenapiOperation['parameters'] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = jsonSchema(query, 'input') as { properties?: Record<string, Schema>; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
