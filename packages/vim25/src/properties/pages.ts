import { fail } from '../errors.js';
import { VSphereFault } from '../faults/vsphere-fault.js';
import type { Data, ObjectName } from '../schema/values.js';
import type { Vim } from '../vim.js';
import type { FilterSpec } from './filter-specs.js';
import { type Row, toRow } from './rows.js';

export interface PageOptions {
  /** Objects in one answer. Default 500. */
  pageSize?: number;
  signal?: AbortSignal | undefined;
}

/**
 * Retrieves what a filter selects, a page at a time; leaving the loop early tells the server.
 * A session that ends between two pages fails with `VSphereFault`: the server has forgotten the position.
 */
export async function* retrievePages<O extends ObjectName, P extends string>(
  vim: Vim,
  spec: FilterSpec,
  { pageSize = 500, signal }: PageOptions = {},
): AsyncGenerator<Row<O, P>[], void, undefined> {
  const collector = vim.content.propertyCollector;
  if (!Number.isInteger(pageSize) || pageSize < 1) throw fail('VSphereArgumentInvalid', `pageSize is ${pageSize}; it is at least 1`);
  let { rows, token } = await vim.session.authenticated(
    async () => read(await vim.call('RetrievePropertiesEx', collector, { specSet: [spec], options: { maxObjects: pageSize } }, { signal })),
    signal,
  );
  try {
    while (token !== undefined) {
      yield rows as unknown as Row<O, P>[];
      const next = token;
      token = undefined; // whatever comes of it, this one is used up
      ({ rows, token } = read(await vim.call('ContinueRetrievePropertiesEx', collector, { token: next }, { signal })));
    }
    if (rows.length > 0) yield rows as unknown as Row<O, P>[];
  } finally {
    if (token !== undefined) await vim.call('CancelRetrievePropertiesEx', collector, { token }).catch(() => {});
  }
}

function read(result: Data<'RetrieveResult'> | undefined): { rows: Row<ObjectName, string>[]; token: string | undefined } {
  return { rows: (result?.objects ?? []).map((content) => toRow(content)), token: result?.token };
}

/** All that a filter selects. Begins again when the session had to be renewed on the way. */
export async function retrieveAll<O extends ObjectName, P extends string>(
  vim: Vim,
  makeSpec: () => FilterSpec | Promise<FilterSpec>,
  options: PageOptions = {},
): Promise<Row<O, P>[]> {
  for (let again = true; ; again = false) {
    const { login } = vim.session;
    try {
      const rows: Row<O, P>[] = [];
      for await (const page of retrievePages<O, P>(vim, await makeSpec(), options)) rows.push(...page);
      return rows;
    } catch (error) {
      if (!again || vim.session.login === login || !VSphereFault.is(error)) throw error;
    }
  }
}
