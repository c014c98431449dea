import type { ObjectName, Ref } from '../schema/values.js';
import type { Vim } from '../vim.js';
import { objectsSpec } from './filter-specs.js';
import { type PageOptions, retrieveAll } from './pages.js';
import type { Row } from './rows.js';

/** Properties of several objects of a class, in no promised order. Those that are gone are not among the rows. */
export async function readObjects<O extends ObjectName, const P extends string>(
  vim: Vim,
  _type: O,
  refs: readonly Ref<NoInfer<O>>[],
  paths: readonly P[],
  options: PageOptions = {},
): Promise<Row<O, P>[]> {
  if (refs.length === 0) return [];
  return retrieveAll<O, P>(vim, () => objectsSpec(refs as readonly Ref[], paths), options);
}
