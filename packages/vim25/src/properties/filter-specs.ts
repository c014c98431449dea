import type { Data, Ref } from '../schema/values.js';

export type FilterSpec = Data<'PropertyFilterSpec'>;

/** Properties of these objects themselves. Objects that are gone are reported, or left out, rather than failing all. */
export function objectsSpec(refs: readonly Ref[], paths: readonly string[]): FilterSpec {
  const types = [...new Set(refs.map(({ type }) => type))];
  return {
    propSet: types.map((type) => ({ type, pathSet: [...paths] })),
    objectSet: refs.map((obj) => ({ obj })),
    reportMissingObjectsInResults: true,
  };
}

/** Properties of what a view shows. */
export function viewSpec(view: Ref<'ContainerView' | 'ListView'>, type: string, paths: readonly string[]): FilterSpec {
  const { type: viewType } = view;
  return {
    propSet: [{ type, pathSet: [...paths] }],
    objectSet: [
      { obj: view, skip: true, selectSet: [{ $type: 'TraversalSpec', name: 'view', type: viewType, path: 'view', skip: false }] },
    ],
  };
}
