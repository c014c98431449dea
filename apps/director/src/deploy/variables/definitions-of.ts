import { isJsonObject } from '@bosh6/base';
import type { Definition } from '@bosh6/credentials';
import { locateError, type SourceDocument } from '@bosh6/formats';
import { fail } from '../errors.js';

export interface SourcedDefinition extends Definition {
  document: SourceDocument;
  updateMode: string;
  /** A newer value waits for another stemcell. */
  waits: boolean;
}

/** The well-formed entries of the texts' `variables`, in order; what is wrong with others is said when the texts are parsed. Throws 190022. */
export function definitionsOf(documents: readonly SourceDocument[]): SourcedDefinition[] {
  const found = new Map<string, SourcedDefinition>();
  const [manifest] = documents.map(({ value }) => value);
  const features = isJsonObject(manifest) ? manifest.features : undefined;
  const usual = isJsonObject(features) && features.converge_variables === true ? 'converge' : 'no-overwrite';
  for (const document of documents) {
    const list = isJsonObject(document.value) ? document.value.variables : undefined;
    if (!Array.isArray(list)) continue;
    for (const [at, each] of list.entries()) {
      if (!isJsonObject(each) || typeof each.name !== 'string' || typeof each.type !== 'string') continue;
      const { name, type, options, update, update_mode: mode } = each;
      const updateMode = typeof mode === 'string' ? mode : usual;
      const waits = isJsonObject(update) && update.strategy === 'on-stemcell-change';
      const pointer = `/variables/${at}`;
      const other = found.get(name);
      if (other !== undefined && other.document !== document) {
        const taken = fail('VariableTaken', `variable '${name}' is in '${other.document.name}' too`, {
          where: { pointer: `${pointer}/name` },
        });
        throw locateError(taken, document);
      }
      found.set(name, { name, type, options: isJsonObject(options) ? options : {}, pointer, document, updateMode, waits });
    }
  }
  return [...found.values()];
}
