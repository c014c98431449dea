import { fail } from '../errors.js';
import { applyOperation } from '../ops/apply-operation.js';
import { parseOpsFile } from '../ops/operation.js';
import { parsePath } from '../ops/path.js';
import { originAt, type Tracked, track, untrack } from '../ops/tracked.js';
import { find } from '../ops/walk.js';
import type { SourceDocument } from '../yaml/source-document.js';
import { resolveDefinitions } from './definitions.js';
import { fill } from './fill.js';
import type { Interpolated, InterpolateOptions } from './types.js';
import { Variables } from './variables.js';

/**
 * Ops files, then variables, then `--path`, as `bosh interpolate` (as bosh-cli). Placeholders without a value stay as they are.
 * Throws `OperationFailed`, `PathNotFound`, `VariableKeyMissing`, `InvalidInterpolation`, `MissingVariables`, `UnusedVariables`.
 */
export async function interpolate(template: SourceDocument, options: InterpolateOptions = {}): Promise<Interpolated> {
  try {
    return await interpolated(template, options);
  } catch (error) {
    // Each text is of moderate depth, but they are put into each other.
    if (error instanceof RangeError)
      throw fail('InvalidYaml', `'${template.name}' becomes too deep`, { cause: error, where: { document: template.name } });
    throw error;
  }
}

async function interpolated(template: SourceDocument, options: InterpolateOptions): Promise<Interpolated> {
  const operations = (options.opsFiles ?? []).flatMap(parseOpsFile);
  let root: Tracked = track(template.value, template);
  for (const operation of operations) root = applyOperation(root, operation);
  const variables = new Variables(options.sources ?? [], options.store);
  await resolveDefinitions(root, variables, options.store);
  root = fill(root, variables);
  const missing = variables.missing();
  if (options.errorOnMissing === true && missing.length > 0) {
    throw fail('MissingVariables', `variables without a value:\n${bullets(missing)}`, { details: { names: missing } });
  }
  const unused = variables.unused();
  if (options.errorOnUnused === true && unused.length > 0) {
    throw fail('UnusedVariables', `variables that are not used:\n${bullets(unused)}`, { details: { names: unused } });
  }
  const result = options.path === undefined ? root : (find(root, parsePath(options.path), options.path) ?? track(null, template));
  return { value: untrack(result), origin: (pointer) => originAt(result, pointer) };
}

function bullets(names: readonly string[]): string {
  return names.map((name) => `  - ${name}`).join('\n');
}
