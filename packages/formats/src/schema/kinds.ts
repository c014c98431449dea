import type { z } from 'zod';
import { cloudConfigSchema, cpiConfigSchema, resurrectionConfigSchema, runtimeConfigSchema } from './config-schemas.js';
import { manifestSchema } from './manifest-schema.js';
import { opsFileSchema, varsFileSchema } from './other-schemas.js';
import { jobSpecSchema, packageSpecSchema } from './release-schemas.js';

/** The kinds of text that BOSH's people write, each with the shape of the whole of it. */
export const documentKinds = {
  manifest: { title: 'Deployment manifest', schema: manifestSchema },
  'cloud-config': { title: 'Cloud config', schema: cloudConfigSchema },
  'runtime-config': { title: 'Runtime config', schema: runtimeConfigSchema },
  'cpi-config': { title: 'CPI config', schema: cpiConfigSchema },
  'resurrection-config': { title: 'Resurrection config', schema: resurrectionConfigSchema },
  'ops-file': { title: 'Operations file', schema: opsFileSchema },
  'vars-file': { title: 'Variables file', schema: varsFileSchema },
  'job-spec': { title: "Spec of a release's job", schema: jobSpecSchema },
  'package-spec': { title: "Spec of a release's package", schema: packageSpecSchema },
} as const satisfies Record<string, { title: string; schema: z.ZodType }>;

export type DocumentKind = keyof typeof documentKinds;
export const kindNames = Object.keys(documentKinds) as DocumentKind[];
