import type { Json, JsonObject } from '@bosh6/base';
import { generateVariable } from '@bosh6/credentials';
import { locateError, type SourceDocument } from '@bosh6/formats';
import type { Scope } from '../../engine/scope.js';
import type { DeploymentRow, VariableRow } from '../../persistence/rows/index.js';
import type { Documents } from '../documents.js';
import { fail } from '../errors.js';
import { definitionsOf } from './definitions-of.js';
import { definitionDigest, isStale } from './is-stale.js';
import { keepsStemcell } from './keeps-stemcell.js';
import { knownVariables, lookUp } from './known-variables.js';
import { fillPlaceholders, placeholdersOf } from './placeholders.js';

/** A deploy's texts with their `((variables))` filled in. Pointers are those of the texts. */
export interface FilledDocuments extends Documents {
  written: Documents;
  variables: Variables;
}

export interface Variables {
  /** Ids of the rows that were there, by name. */
  stored: Record<string, number>;
  /** Generated just now, in place of `known`; of value to nobody until they are stored. */
  fresh: (Pick<VariableRow, 'name' | 'type' | 'value' | 'definition'> & { known: VariableRow | undefined })[];
  /** Those of other deployments that this one uses too. */
  adopted: VariableRow[];
}

export interface Renewal {
  /** Values are generated anew where their `update_mode` says so. */
  renew?: boolean;
  /** Also those that wait for another stemcell. */
  latest?: boolean;
  /** Values that count in place of the newest, by name. */
  former?: ReadonlyMap<string, Json> | undefined;
}

/**
 * Fills in what is known, and generates the rest of what is listed under `variables`, in the order of the lists. Stores nothing. Throws 540009 with the
 * place of a placeholder that nothing defines, 190022 for a name that two texts define, 540004 for a relative name where the text is of no deployment.
 */
export async function resolveVariables(
  scope: Scope,
  deployment: DeploymentRow,
  documents: Documents,
  { renew = false, latest = false, former = new Map() }: Renewal = {},
): Promise<FilledDocuments> {
  const { manifest, clouds, runtimes } = documents;
  const { store, world } = scope.collaborators;
  const shared = [...clouds, ...runtimes];
  for (const document of shared) requireAbsolute(document);
  const used = [manifest, ...shared].flatMap(({ value }) => placeholdersOf(value));
  const definitions = definitionsOf([manifest, ...runtimes]);
  const rows = await knownVariables(store.read, deployment, [...used, ...definitions], { own: !renew });
  const values = new Map<string, Pick<VariableRow, 'value'>>(rows);
  for (const [name, value] of former) values.set(name, { value });
  const variables: Variables = { stored: Object.fromEntries([...rows].map(([name, { id }]) => [name, id])), fresh: [], adopted: [] };
  const lookUpValue = (path: string): Json | undefined => lookUp(values, path);
  const filler = (document: SourceDocument) => (value: Json) =>
    fillPlaceholders(value, (path) => {
      const found = lookUpValue(path);
      if (found !== undefined) return found;
      const pointer = placeholdersOf(document.value).find(({ name }) => name === path)?.pointer ?? '';
      const error = fail('PlaceholderUnresolved', `nothing gives a value for '((${path}))'`, { where: { pointer } });
      throw locateError(error, document);
    });
  for (const written of definitions) {
    const definition = { ...written, options: filler(written.document)(written.options) as JsonObject };
    const { name, type, options } = definition;
    const known = rows.get(name);
    const isWanted = renew && known !== undefined && isStale(known, definition, lookUpValue);
    const waits = isWanted && definition.waits && !latest && (await keepsStemcell(store.read, deployment, manifest.value));
    if (known !== undefined && (!isWanted || waits)) {
      if (known.deploymentId !== deployment.id) variables.adopted.push(known);
      continue;
    }
    const value = await generateVariable(definition, lookUpValue, world).catch((error: unknown) => {
      throw locateError(error, definition.document);
    });
    values.set(name, { value });
    variables.fresh.push({ name, type, value, definition: definitionDigest(type, options), known });
  }
  const fill = (document: SourceDocument): SourceDocument => ({ ...document, value: filler(document)(document.value) });
  return { ...documents, written: documents, manifest: fill(manifest), clouds: clouds.map(fill), runtimes: runtimes.map(fill), variables };
}

/** A config is of no deployment, but properties of addons are rendered for one. */
function requireAbsolute(document: SourceDocument): void {
  const relative = placeholdersOf(document.value).find(
    ({ name, pointer }) => !name.startsWith('/') && !/^\/addons\/\d+\/(jobs\/\d+\/(consumes\/[^/]+\/)?)?properties\//.test(pointer),
  );
  if (relative === undefined) return;
  const { name, pointer } = relative;
  throw locateError(fail('PlaceholderRelative', `'((${name}))' does not say which deployment's it is`, { where: { pointer } }), document);
}
