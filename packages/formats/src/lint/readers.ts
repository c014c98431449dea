import { CodedError, type Json } from '@bosh6/base';
import { parseCpiConfig } from '../cpi-config/parse-cpi-config.js';
import { parseManifest } from '../manifest/parse-manifest.js';
import { parseOpsFile } from '../ops/operation.js';
import { parseJobSpec } from '../release/parse-job-spec.js';
import { parsePackageSpec } from '../release/parse-package-spec.js';
import { parseRuntimeConfig } from '../runtime-config/parse-runtime-config.js';
import type { DocumentKind } from '../schema/kinds.js';
import type { SourceDocument } from '../yaml/source-document.js';
import type { PrunedTree } from './pruned-tree.js';

/** The reader of each kind that stands for itself. Cloud configs are read together; the Director has no reader of its own for the others. */
export const readers: Partial<Record<DocumentKind, (document: SourceDocument) => unknown>> = {
  manifest: parseManifest,
  'runtime-config': parseRuntimeConfig,
  'cpi-config': (document) => parseCpiConfig([document]),
  'ops-file': parseOpsFile,
  'job-spec': parseJobSpec,
  'package-spec': parsePackageSpec,
};

const update = { canaries: 1, max_in_flight: 1, canary_watch_time: 1, update_watch_time: 1 };
const standIn = '((lost))';

/** Puts what a document must have where it lacks it, so that the rest is read without it. */
export function mendDocument(tree: PrunedTree, pointer: string, error: CodedError): boolean {
  if (CodedError.is(error, 'InvalidVmSize')) {
    for (const key of ['vm_type', 'vm_resources']) if (tree.at(`${pointer}/${key}`) !== undefined) tree.take(`${pointer}/${key}`);
    return tree.put(`${pointer}/vm_type`, standIn);
  }
  const filling = tree.at(pointer) === undefined ? fillingOf(tree, tree.original(pointer)) : undefined;
  return filling !== undefined && tree.put(pointer, filling);
}

function fillingOf(tree: PrunedTree, original: string): Json | undefined {
  const [, index, key = ''] = /^\/instance_groups\/(\d+)\/(\w+)$/.exec(original) ?? [];
  switch (key === '' ? original : key) {
    case '/name':
      return standIn;
    case '/update':
      return update;
    case '/releases':
    case '/cpis':
    case 'jobs':
      return [];
    case '/stemcells':
      return [{ alias: standIn, os: standIn, version: standIn }];
    case 'name':
      return `${standIn}-${index}`;
    case 'instances':
      return 1;
    case 'networks':
      return [{ name: standIn }];
    case 'stemcell':
      return tree.at('/stemcells/0/alias') ?? standIn;
    default: {
      const [, policy = ''] = /^\/update\/(\w+)$/.exec(original) ?? [];
      return policy in update ? 1 : undefined;
    }
  }
}
