import { z } from 'zod';
import { integer, map, text, texts } from '../shape/schemas.js';

// `@bosh6/ipam` reads networks; this says only which keys there are, and of what type.
const addresses = z.union([z.string(), texts]);
const zones = { az: text.optional(), azs: texts.optional() };

const subnet = z.object({
  range: text.optional(),
  gateway: text.optional(),
  on_link: z.boolean().optional(),
  accept_router_advertisements: z.boolean().optional(),
  dns: texts.optional(),
  reserved: addresses.nullish(),
  static: addresses.nullish(),
  prefix: text.optional(),
  ...zones,
  name: text.optional(),
  netmask_bits: integer.optional(),
  cloud_properties: map.optional(),
});

/** One entry of a cloud config's `networks`, of any type. */
export const networkSchema = z.object({
  name: text,
  type: z.enum(['manual', 'dynamic', 'vip']).optional(),
  managed: z.boolean().optional(),
  subnets: z.array(subnet).optional(),
  dns: texts.optional(),
  cloud_properties: map.optional(),
});

/** One entry of an instance group's `networks`. */
export const groupNetworkSchema = z.object({
  name: text,
  static_ips: addresses.nullish(),
  default: z.array(z.enum(['dns', 'gateway', 'addressable'])).optional(),
  nic_group: text.optional(),
});
