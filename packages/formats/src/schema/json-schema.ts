import { z } from 'zod';
import { descriptions } from './descriptions.js';
import { type DocumentKind, documentKinds } from './kinds.js';

/** As much of JSON Schema (draft 7) as ours use. */
export interface JsonSchema {
  $schema?: string;
  $ref?: string;
  title?: string;
  description?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  minimum?: number;
  maximum?: number;
  definitions?: Record<string, JsonSchema>;
}

/** Kinds whose values a `((variable))` may stand for. */
const filledIn: ReadonlySet<DocumentKind> = new Set([
  'manifest',
  'cloud-config',
  'runtime-config',
  'cpi-config',
  'resurrection-config',
] as const);
const placeholder = { $ref: '#/definitions/placeholder' };

const shapes = new Map<DocumentKind, JsonSchema>();

/** The shape of a kind as the readers have it, bare. Not to be changed. */
export function shapeOf(kind: DocumentKind): JsonSchema {
  const shape = shapes.get(kind) ?? (z.toJSONSchema(documentKinds[kind].schema, { io: 'input', target: 'draft-7' }) as JsonSchema);
  shapes.set(kind, shape);
  return shape;
}

/**
 * A kind's JSON Schema for editors: draft 7, the newest that all of them read. Unknown keys are allowed, as BOSH allows them; where `additionalProperties` is
 * missing an editor may warn of them, where it is true any key is right.
 */
export function jsonSchema(kind: DocumentKind): JsonSchema {
  const { $schema, ...shape } = shapeOf(kind);
  const isFilledIn = filledIn.has(kind);
  const definitions = {
    placeholder: { type: 'string', pattern: '^\\(\\(.*\\)\\)$', description: 'A variable, such as ((instances))' },
  };
  return {
    ...($schema === undefined ? {} : { $schema }),
    title: documentKinds[kind].title,
    ...dressed(shape, kind, isFilledIn),
    ...(isFilledIn ? { definitions } : {}),
  };
}

/** With descriptions of its keys, and placeholders beside what is no text. */
function dressed(schema: JsonSchema, parent: string, isFilledIn: boolean): JsonSchema {
  const { propertyNames: _names, additionalProperties: values, maximum, ...rest } = schema;
  const filled = (inner: JsonSchema, key: string): JsonSchema => {
    const description = descriptions[parent]?.[key];
    const made = orPlaceholder(dressed(inner, key === '' ? parent : key, isFilledIn), isFilledIn);
    return description === undefined ? made : { description, ...made };
  };
  return {
    ...rest,
    // zod's word for "an integer" is not worth a line for each.
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
    ...(rest.anyOf && { anyOf: rest.anyOf.map((branch) => dressed(branch, parent, isFilledIn)) }),
    ...(rest.items && { items: filled(rest.items, '') }),
    ...(rest.properties && {
      properties: Object.fromEntries(Object.entries(rest.properties).map(([key, inner]) => [key, filled(inner, key)])),
    }),
    ...(typeof values === 'object' && { additionalProperties: Object.keys(values).length === 0 ? true : filled(values, '') }),
  };
}

function orPlaceholder(schema: JsonSchema, isFilledIn: boolean): JsonSchema {
  if (!isFilledIn || takesAnyText(schema)) return schema;
  return { anyOf: [...(schema.anyOf ?? [schema]), placeholder] };
}

function takesAnyText({ type, anyOf, enum: values, const: value, ...rest }: JsonSchema): boolean {
  if (anyOf !== undefined) return anyOf.some(takesAnyText);
  if (values !== undefined || value !== undefined) return false;
  return type === undefined ? Object.keys(rest).length === 0 : [type].flat().includes('string');
}
