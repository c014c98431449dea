import { type CodedError, isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import { z } from 'zod';
import { fail } from '../errors.js';
import { checkShape, kindOf } from '../shape/check-shape.js';
import { compact, readDocument } from '../shape/read-document.js';
import { identifier, text, texts } from '../shape/schemas.js';
import { childPointer } from '../yaml/pointer.js';
import type { SourceDocument } from '../yaml/source-document.js';
import type { JobSpec, PropertyDefinition } from './job-spec.js';

type Code = 'InvalidJobPackages' | 'InvalidJobProperties' | 'InvalidJobLink' | 'InvalidJobLogs' | 'JobTemplateNotFound';

/** Reads a job's `spec` or `job.MF` (formats reference 1.3). Empty sections may be null, as releases have them. */
export function parseJobSpec(document: SourceDocument): JobSpec {
  return readDocument(document, (root) => {
    const name = checkShape(identifier, root.name, '/name');
    const refuse = (code: Code, key: string, what: string): CodedError => fail(code, `job '${name}': ${what}`, { where: { pointer: key } });
    if (root.packages !== undefined && root.packages !== null && !Array.isArray(root.packages)) {
      throw refuse('InvalidJobPackages', '/packages', `'packages' must be a list, but is ${kindOf(root.packages)}`);
    }
    if (root.logs !== undefined && !isJsonObject(root.logs))
      throw refuse('InvalidJobLogs', '/logs', `'logs' must be a map, but is ${kindOf(root.logs)}`);
    const { description: said } = root;
    const description = said === undefined || said === null ? undefined : typeof said === 'object' ? JSON.stringify(said) : String(said);
    return compact({
      name,
      description,
      templates: Object.entries(mapOf(root.templates, '/templates')).map(([source, destination]) => ({
        source: safePath(source, childPointer('/templates', source)),
        destination: safePath(checkShape(text, destination, childPointer('/templates', source)), childPointer('/templates', source)),
      })),
      packages: checkShape(texts, root.packages ?? [], '/packages'),
      properties: properties(root.properties, refuse),
      provides: links(root.provides, '/provides', refuse).map(({ name: link, type, properties: exposed }) => ({
        name: link,
        type,
        properties: exposed ?? [],
      })),
      consumes: links(root.consumes, '/consumes', refuse).map(({ name: link, type, optional }) => ({
        name: link,
        type,
        optional: optional ?? false,
      })),
    });
  });
}

function mapOf(value: Json | undefined, pointer: string): JsonObject {
  if (value === undefined || value === null) return {};
  if (isJsonObject(value)) return value;
  throw fail('InvalidType', `'${pointer.slice(1)}' must be a map, but is ${kindOf(value)}`, { where: { pointer } });
}

// A template's paths end up in file names on both sides of the wire.
function safePath(path: string, pointer: string): string {
  const parts = path.split('/');
  if (path === '' || path.includes('\0') || parts.some((part) => part === '..' || part === '')) {
    throw fail('InvalidValue', `template path '${path}' must be relative, without '..'`, { where: { pointer } });
  }
  return path;
}

function properties(
  value: Json | undefined,
  refuse: (code: Code, key: string, what: string) => CodedError,
): Record<string, PropertyDefinition> {
  if (value === undefined || value === null) return {};
  if (!isJsonObject(value)) throw refuse('InvalidJobProperties', '/properties', `'properties' must be a map, but is ${kindOf(value)}`);
  return Object.fromEntries(
    Object.entries(value).map(([name, raw]) => {
      const entry = isJsonObject(raw) ? raw : {};
      const definition: PropertyDefinition = {};
      if (typeof entry.description === 'string') definition.description = entry.description;
      if (typeof entry.type === 'string') definition.type = entry.type;
      if (entry.default !== undefined) definition.default = entry.default;
      if (entry.example !== undefined) definition.example = entry.example;
      return [name, definition];
    }),
  );
}

export const linkShape = z.object({ name: text, type: text, optional: z.boolean().optional(), properties: texts.optional() });

function links(
  value: Json | undefined,
  pointer: string,
  refuse: (code: Code, key: string, what: string) => CodedError,
): z.output<typeof linkShape>[] {
  if (value === undefined || value === null) return [];
  const role = pointer.slice(1);
  if (!Array.isArray(value)) throw refuse('InvalidJobLink', pointer, `'${role}' must be a list, but is ${kindOf(value)}`);
  const parsed = value.map((entry, index) => {
    const result = linkShape.safeParse(entry);
    if (!result.success) throw refuse('InvalidJobLink', `${pointer}/${index}`, `an entry of '${role}' needs a name and a type`);
    if (pointer === '/provides' && result.data.optional !== undefined)
      throw refuse('InvalidJobLink', `${pointer}/${index}/optional`, "a provided link cannot be 'optional'");
    return result.data;
  });
  for (const [index, link] of parsed.entries()) {
    if (parsed.findIndex((other) => other.name === link.name) !== index) {
      throw fail('JobLinkTaken', `'${role}' has link '${link.name}' twice`, { where: { pointer: `${pointer}/${index}/name` } });
    }
  }
  return parsed;
}
