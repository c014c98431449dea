import type { JsonObject } from '@bosh6/base';
import { z } from 'zod';
import { readProperties } from './read-properties.js';

const schema = z.strictObject({ name: z.string().min(1) });

/** The port group or network of a subnet: a name, or a path as `FOLDER/NAME` or `SWITCH/PORTGROUP`. */
export function readNetworkProperties(network: string, given: JsonObject | undefined): { name: string } {
  const what = `network '${network}': cloud_properties`;
  return readProperties({ schema, refused: { nsxt: 'name the segment by `name`' } }, given ?? {}, what, 'VMCreationFailed');
}
