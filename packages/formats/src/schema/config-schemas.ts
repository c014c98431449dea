import { z } from 'zod';
import { azShape, compilationShape, diskTypeShape, vmTypeShape } from '../cloud-config/parse-cloud-config.js';
import { cpiShape } from '../cpi-config/parse-cpi-config.js';
import { releaseShape } from '../manifest/parse-manifest.js';
import { textMap, texts } from '../shape/schemas.js';
import { runtimeAddonSchema, variableSchema } from './manifest-schema.js';
import { networkSchema } from './networks.js';

/** One cloud config; what it lacks another may have. */
export const cloudConfigSchema = z.object({
  azs: z.array(azShape).optional(),
  networks: z.array(networkSchema).optional(),
  vm_types: z.array(vmTypeShape).optional(),
  vm_extensions: z.array(vmTypeShape).optional(),
  disk_types: z.array(diskTypeShape).optional(),
  compilation: compilationShape.optional(),
});

/** A runtime config. */
export const runtimeConfigSchema = z.object({
  releases: z.array(releaseShape.omit({ exported_from: true })).optional(),
  addons: z.array(runtimeAddonSchema).optional(),
  variables: z.array(variableSchema).optional(),
  tags: textMap.optional(),
});

/** A CPI config. */
export const cpiConfigSchema = z.object({ cpis: z.array(cpiShape) });

const resurrectionFilter = z.object({ deployments: texts.optional(), instance_groups: texts.optional() });

/** A resurrection config (formats reference 3.12). */
export const resurrectionConfigSchema = z.object({
  rules: z.array(z.object({ enabled: z.boolean(), include: resurrectionFilter.optional(), exclude: resurrectionFilter.optional() })),
});
