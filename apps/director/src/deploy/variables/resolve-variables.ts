import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import { locateError, type SourceDocument } from '@bosh6/formats';
import { factsOf } from '../../events/record-around.js';
import { recordEvent } from '../../events/record-event.js';
import type { DeploymentRow } from '../../persistence/rows/index.js';
import { fail } from '../errors.js';
import type { Scope } from '../scope.js';
import { type Definition, generateVariable } from './generate-variable.js';
import { fillPlaceholders, placeholdersOf } from './placeholders.js';
import { variablePath } from './variable-path.js';

/**
 * The manifest with its `((variables))` filled in: those under `variables` are generated once, in the order of the list, and kept for the
 * deployment, unless `keep` is false. Throws 540009 with the place of a placeholder that nothing defines. Pointers of the result are those of the text.
 */
export async function resolveVariables(
  scope: Scope,
  deployment: DeploymentRow,
  document: SourceDocument,
  { keep }: { keep: boolean },
): Promise<SourceDocument> {
  const used = placeholdersOf(document.value);
  const definitions = definitionsOf(document.value);
  if (used.length === 0 && definitions.length === 0) return document;
  const values = new Map(
    (await scope.collaborators.store.read.variables.all({ deploymentId: deployment.id })).map((row) => [row.name, row.value]),
  );
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
    if (keep) await store(scope, deployment, definition, value);
  }
  return { ...document, value: fill(document.value), locate: (pointer) => document.locate(pointer) };
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

async function store(scope: Scope, deployment: DeploymentRow, { name, type }: Definition, value: Json): Promise<void> {
  const { store: database, world, config } = scope.collaborators;
  await database.write(async (tx) => {
    const { id } = await tx.variables.insert({ deploymentId: deployment.id, name, type, value, createdAt: world.now() });
    const objectName = variablePath(config.name, deployment.name, name);
    const facts = { action: 'create', objectType: 'variable', objectName, deployment: deployment.name };
    await recordEvent(tx, world, factsOf(scope, { ...facts, context: { name: objectName, id: String(id) } }));
  });
}
