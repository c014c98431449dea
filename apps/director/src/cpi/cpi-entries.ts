import { type CpiEntry, locateError, parseCpiConfig, parseYaml, type SourceDocument } from '@bosh6/formats';
import type { KnownCpi } from '../core/collaborators.js';
import { placeholdersOf } from '../deploy/variables/placeholders.js';
import type { Repositories } from '../persistence/store.js';
import { fail } from './errors.js';

/** The entries of all stored CPI configs, in order of upload. */
export async function storedCpiEntries(read: Repositories): Promise<CpiEntry[]> {
  const rows = await read.configs.byIds(await read.configs.currentIds('cpi'));
  return cpiEntriesOf(rows.map((row) => cpiDocument(row.name, row.content)));
}

export function cpiDocument(name: string, content: string): SourceDocument {
  return parseYaml(content, `cpi config '${name}'`);
}

/** The entries of these CPI configs. Throws 550000, shape errors, and 540009 for a `((variable))`: nobody gives those a value here. */
export function cpiEntriesOf(documents: readonly SourceDocument[]): CpiEntry[] {
  for (const document of documents) {
    const [placeholder] = placeholdersOf(document.value);
    if (placeholder === undefined) continue;
    const { name, pointer } = placeholder;
    const error = fail('CpiPlaceholderUnresolved', `nothing gives a value for '((${name}))' of a CPI config`, { where: { pointer } });
    throw locateError(error, document);
  }
  return parseCpiConfig(documents).cpis;
}

/** Entries as names; without any there is the one CPI that is called ''. */
export function knownCpis(entries: readonly CpiEntry[]): KnownCpi[] {
  if (entries.length === 0) return [{ name: '', formerNames: [] }];
  return entries.map(({ name, migratedFrom }) => ({ name, formerNames: migratedFrom }));
}
