import type { JsonObject } from '@bosh6/base';
import { z } from 'zod';
import { readProperties } from './read-properties.js';

const schema = z.strictObject({
  type: z.enum(['thick', 'thin', 'preallocated', 'eagerZeroedThick']).exactOptional(),
  datastores: z
    .array(z.string({ error: 'a name of a datastore; datastore clusters are not supported' }).min(1))
    .min(1)
    .exactOptional(),
});
const refused = {
  name: 'the CPI names its disks itself',
  vm_encryption_policy_name: 'encrypt the datastore',
};

export type DiskProperties = z.output<typeof schema>;

/** Cloud properties of a disk type. Throws CpiError. */
export function readDiskProperties(given: JsonObject): DiskProperties {
  return readProperties({ schema, refused }, given, 'disk type: cloud_properties');
}
