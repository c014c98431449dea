import { z } from 'zod';
import { addonShape } from '../manifest/parse-addons.js';
import { groupShape, states } from '../manifest/parse-instance-group.js';
import { consumedShape, jobShape, providedShape } from '../manifest/parse-job.js';
import { releaseShape, stemcellShape } from '../manifest/parse-manifest.js';
import { completeUpdateShape, partialUpdateShape } from '../manifest/parse-update.js';
import { featureKeys, variableShape } from '../manifest/parse-variables.js';
import { map, text, textMap, texts } from '../shape/schemas.js';
import { groupNetworkSchema } from './networks.js';

const blocked = z.literal('nil');
const jobSchema = jobShape.extend({
  provides: z.record(z.string(), z.union([providedShape, blocked])).optional(),
  consumes: z.record(z.string(), z.union([consumedShape, blocked])).optional(),
});

const groupSchema = groupShape.extend({
  lifecycle: z.enum(['service', 'errand']).optional(),
  azs: z.array(z.string()).optional(),
  jobs: z.array(jobSchema),
  networks: z.array(groupNetworkSchema),
  update: partialUpdateShape.optional(),
  state: z.enum(states).optional(),
  instance_states: z.record(z.string(), z.enum(states)).optional(),
});

const filterSchema = z.object({
  jobs: z.array(z.object({ name: text, release: text })).optional(),
  instance_groups: texts.optional(),
  stemcell: z.array(z.object({ os: text })).optional(),
  networks: texts.optional(),
  azs: texts.optional(),
  lifecycle: z.enum(['service', 'errand']).optional(),
});
const runtimeFilter = filterSchema.extend({ deployments: texts.optional(), teams: texts.optional() });
const addon = addonShape.extend({ jobs: z.array(jobSchema).optional() });

/** `addons` of a manifest. */
export const addonSchema = addon.extend({ include: filterSchema.optional(), exclude: filterSchema.optional() });
/** `addons` of a runtime config. */
export const runtimeAddonSchema = addon.extend({ include: runtimeFilter.optional(), exclude: runtimeFilter.optional() });

const source = z.object({ from: text, link_type: text.optional(), properties: z.object({ wildcard: z.boolean().optional() }).optional() });
/** One entry of `variables`. */
export const variableSchema = variableShape.extend({
  consumes: z.object({ alternative_name: source.optional(), common_name: source.optional() }).optional(),
});

const flags = Object.keys(featureKeys) as (keyof typeof featureKeys)[];

/** A deployment manifest. */
export const manifestSchema = z.object({
  name: text,
  director_uuid: text.optional(),
  release: releaseShape.optional(),
  releases: z.array(releaseShape).optional(),
  stemcells: z.array(stemcellShape),
  update: completeUpdateShape,
  instance_groups: z.array(groupSchema).optional(),
  addons: z.array(addonSchema).optional(),
  variables: z.array(variableSchema).optional(),
  features: z.object(Object.fromEntries(flags.map((flag) => [flag, z.boolean().optional()]))).optional(),
  tags: textMap.optional(),
  properties: map.optional(),
});
