import type { ObjectName, Ref } from '../schema/values.js';
import type { Vim } from '../vim.js';
import { viewSpec } from './filter-specs.js';
import { type PageOptions, retrieveAll } from './pages.js';
import type { Row } from './rows.js';

export interface ListOptions extends PageOptions {
  /** Where to look: a folder, datacenter, cluster, resource pool or host. Default: everywhere. */
  container?: Ref<'ManagedEntity'> | undefined;
  /** Also below what is directly in it. Default true. */
  recursive?: boolean;
}

/** Objects of a class (and of classes that extend it) with these properties. The view that this takes is destroyed afterwards. */
export async function listObjects<O extends ObjectName, const P extends string>(
  vim: Vim,
  type: O,
  paths: readonly P[],
  { container = vim.content.rootFolder, recursive = true, ...options }: ListOptions = {},
): Promise<Row<O, P>[]> {
  const manager = vim.content.viewManager ?? { type: 'ViewManager' as const, value: 'ViewManager' };
  const views: Ref<'ContainerView'>[] = [];
  const makeSpec = async () => {
    const view = await vim.call('CreateContainerView', manager, { container, type: [type], recursive }, options);
    views.push(view);
    return viewSpec(view, type, paths);
  };
  try {
    return await retrieveAll<O, P>(vim, makeSpec, options);
  } finally {
    await Promise.all(views.map((view) => vim.call('DestroyView', view, {}).catch(() => {})));
  }
}
