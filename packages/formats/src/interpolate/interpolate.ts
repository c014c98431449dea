import { fail } from '../errors.js';
import type { SourceDocument } from '../yaml/source-document.js';
import type { Interpolated, InterpolateOptions } from './types.js';

/** Ops files, then variables, then `--path`, as `bosh interpolate` (CLI reference 4.6). */
export async function interpolate(template: SourceDocument, _options: InterpolateOptions = {}): Promise<Interpolated> {
  throw fail('InvalidInterpolation', template.name);
}
