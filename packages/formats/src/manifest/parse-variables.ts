import { z } from 'zod';
import { fail } from '../errors.js';
import { checkShape, kindOf } from '../shape/check-shape.js';
import { compact } from '../shape/read-document.js';
import { map } from '../shape/schemas.js';
import { childPointer } from '../yaml/pointer.js';
import type { Features, VariableDefinition } from './manifest.js';

export const variableShape = z.object({
  name: z.string(),
  type: z.string(),
  options: map.optional(),
  update_mode: z.enum(['no-overwrite', 'overwrite', 'converge']).optional(),
  update: z.object({ strategy: z.enum(['on-deploy', 'on-stemcell-change']).optional() }).optional(),
  consumes: map.optional(),
});

/** `variables`, in order: a certificate comes after its CA. */
export function parseVariables(value: unknown, pointer: string): VariableDefinition[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw fail('InvalidVariable', `'variables' must be a list, but is ${kindOf(value)}`, { where: { pointer } });
  return value.map((entry: unknown, index) => parseVariable(entry, childPointer(pointer, index)));
}

function parseVariable(value: unknown, pointer: string): VariableDefinition {
  const result = variableShape.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    const at = (issue?.path ?? []).reduce<string>((parent, key) => childPointer(parent, String(key)), pointer);
    throw fail(
      'InvalidVariable',
      `a variable needs a name and a type: ${issue?.message ?? ''} at '${String(issue?.path.join('.') ?? '')}'`,
      { where: { pointer: at } },
    );
  }
  const { update_mode: updateMode, update, ...rest } = result.data;
  if (!/^[A-Za-z0-9_/-]+$/.test(rest.name) || rest.name.endsWith('/') || rest.name.includes('//')) {
    throw fail('InvalidVariableName', `variable name '${rest.name}' may hold letters, digits, _, - and single / between them`, {
      where: { pointer: childPointer(pointer, 'name') },
    });
  }
  return compact({ ...rest, options: rest.options ?? {}, updateMode, updateStrategy: update?.strategy ?? 'on-deploy', pointer });
}

export const featureKeys = {
  use_dns_addresses: 'useDnsAddresses',
  use_short_dns_addresses: 'useShortDnsAddresses',
  use_link_dns_names: 'useLinkDnsNames',
  randomize_az_placement: 'randomizeAzPlacement',
  converge_variables: 'convergeVariables',
  use_tmpfs_config: 'useTmpfsConfig',
} as const;

/** `features`: flags; unknown ones are ignored. */
export function parseFeatures(value: unknown, pointer: string): Features {
  if (value === undefined) return { pointer };
  const root = checkShape(map, value, pointer);
  const features: Features = { pointer };
  for (const [key, name] of Object.entries(featureKeys)) {
    const flag = root[key];
    if (flag === undefined) continue;
    if (typeof flag !== 'boolean')
      throw fail('InvalidFeature', `feature '${key}' must be true or false, but is ${kindOf(flag)}`, {
        where: { pointer: childPointer(pointer, key) },
      });
    features[name] = flag;
  }
  if (features.useLinkDnsNames === true && (features.useDnsAddresses === false || features.useShortDnsAddresses === false)) {
    throw fail('ConflictingFeatures', "'use_link_dns_names' needs 'use_dns_addresses' and 'use_short_dns_addresses', which are off", {
      where: { pointer },
    });
  }
  return features;
}
