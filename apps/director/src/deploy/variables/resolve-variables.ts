import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import { locateError, type SourceDocument } from '@bosh6/formats';
import type { DeploymentRow } from '../../persistence/rows/index.js';
import { fail } from '../errors.js';
import type { Scope } from '../scope.js';
import { type Definition, generateVariable } from './generate-variable.js';
import { fillPlaceholders, placeholdersOf } from './placeholders.js';

/** A manifest with its `((variables))` filled in. Pointers are those of the text. */
export interface Filled {
  manifest: SourceDocument;
  variables: Variables;
}

export interface Variables {
  /** Ids of the deployment's rows by name. */
  stored: Record<string, number>;
  /** Generated just now; of value to nobody until they are stored. */
  fresh: { definition: Definition; value: Json }[];
}

/**
 * Fills in what the deployment has, and generates the rest of what is listed under `variables`, in the order of the list. Stores nothing. Throws 540009
 * with the place of a placeholder that nothing defines.
 */
export async function resolveVariables(scope: Scope, deployment: DeploymentRow, document: SourceDocument): Promise<Filled> {
  const used = placeholdersOf(document.value);
  const definitions = definitionsOf(document.value);
  if (used.length === 0 && definitions.length === 0) return { manifest: document, variables: { stored: {}, fresh: [] } };
  const rows = await scope.collaborators.store.read.variables.all({ deploymentId: deployment.id });
  const values = new Map(rows.map((row) => [row.name, row.value]));
  const fresh: Variables['fresh'] = [];
  const lookUpValue = (path: string): Json | undefined => lookUp(values, path);
  const fill = (value: Json): Json =>
    fillPlaceholders(value, (path) => {
      const found = lookUpValue(path);
      if (found !== undefined) return found;
      const pointer = used.find(({ name }) => name === path)?.pointer ?? '';
      const error = fail('PlaceholderUnresolved', `nothing gives a value for '((${path}))'`, { where: { pointer } });
      throw locateError(error, document);
    });
  for (const definition of definitions) {
    if (values.has(definition.name)) continue;
    const options = fill(definition.options) as JsonObject;
    const value = await generateVariable({ ...definition, options }, lookUpValue, scope.collaborators.world).catch((error: unknown) => {
      throw locateError(error, document);
    });
    values.set(definition.name, value);
    fresh.push({ definition, value });
  }
  const manifest = { ...document, value: fill(document.value), locate: (pointer: string) => document.locate(pointer) };
  return { manifest, variables: { stored: Object.fromEntries(rows.map(({ name, id }) => [name, id])), fresh } };
}

/** The well-formed ones; what is wrong with others is said when the manifest is parsed. */
function definitionsOf(manifest: Json): Definition[] {
  const list = isJsonObject(manifest) ? manifest.variables : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((each, at): Definition[] => {
    if (!isJsonObject(each) || typeof each.name !== 'string' || typeof each.type !== 'string') return [];
    return [{ name: each.name, type: each.type, options: isJsonObject(each.options) ? each.options : {}, pointer: `/variables/${at}` }];
  });
}

/** `name.key.key`: dots after the last slash lead into the value. */
function lookUp(values: ReadonlyMap<string, Json>, path: string): Json | undefined {
  const slash = path.lastIndexOf('/') + 1;
  const [first = '', ...keys] = path.slice(slash).split('.');
  let value = values.get(path.slice(0, slash) + first);
  for (const key of keys) value = isJsonObject(value) ? value[key] : undefined;
  return value;
}
