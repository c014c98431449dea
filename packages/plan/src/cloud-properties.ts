import type { JsonObject, Where } from '@bosh6/base';
import type { CloudConfig } from '@bosh6/formats';
import { fail } from './errors.js';

export interface VmShape {
  vmType?: string;
  /** What the CPI calculated from `vm_resources`. */
  calculated?: JsonObject;
  vmExtensions: readonly string[];
  az?: string;
  /** Used instead of a VM type by compilation. */
  own?: JsonObject;
}

/** AZ < VM type < each extension in order; a shallow merge, later wins. */
export function mergeCloudProperties(cloudConfig: CloudConfig, shape: VmShape, what: string, where: (key: string) => Where): JsonObject {
  const az = shape.az === undefined ? {} : (cloudConfig.azs.find(({ name }) => name === shape.az)?.cloudProperties ?? {});
  const type =
    shape.vmType === undefined ? (shape.calculated ?? shape.own ?? {}) : typeOf(cloudConfig, shape.vmType, what, where('vm_type'));
  const extensions = shape.vmExtensions.map((name) => {
    const found = cloudConfig.vmExtensions.find((extension) => extension.name === name);
    if (found !== undefined) return found.cloudProperties;
    throw fail('UnknownVmExtension', `${what} asks for VM extension '${name}', which no cloud config has`, {
      where: where('vm_extensions'),
    });
  });
  return Object.assign({}, az, type, ...extensions);
}

function typeOf(cloudConfig: CloudConfig, wanted: string, what: string, where: Where): JsonObject {
  const found = cloudConfig.vmTypes.find(({ name }) => name === wanted);
  if (found !== undefined) return found.cloudProperties;
  const known = cloudConfig.vmTypes.map(({ name }) => `'${name}'`).join(', ') || 'none';
  throw fail('UnknownVmType', `${what} asks for VM type '${wanted}'; cloud configs have ${known}`, { where });
}
