import { z } from 'zod';
import { linkShape } from '../release/parse-job-spec.js';
import { packageShape } from '../release/parse-package-spec.js';
import { identifier, text, texts } from '../shape/schemas.js';

const property = z.object({
  description: z.unknown().optional(),
  default: z.unknown().optional(),
  example: z.unknown().optional(),
  type: z.unknown().optional(),
});

/** `jobs/NAME/spec` of a release. Empty sections may be null, as releases have them. */
export const jobSpecSchema = z.object({
  name: identifier,
  description: z.unknown().optional(),
  templates: z.record(z.string(), text).nullish(),
  packages: texts.nullish(),
  properties: z.record(z.string(), property.nullable()).nullish(),
  provides: z.array(linkShape.omit({ optional: true })).nullish(),
  consumes: z.array(linkShape.omit({ properties: true })).nullish(),
  logs: z.record(z.string(), z.unknown()).optional(),
});

/** `packages/NAME/spec` of a release. */
export const packageSpecSchema = packageShape;
