import { z } from 'zod';
import { fail } from './errors.js';

const path = z.string().regex(/^\//, 'an absolute path');
const cidr = z.string().regex(/^[0-9A-Fa-f.:]+\/\d{1,3}$/, 'an address with a prefix length, such as 10.0.9.1/24');
const port = z.number().int().min(0).max(65535);
const env = z.record(z.string(), z.string());

const nic = z.object({
  /** The IaaS network, `cloud_properties.name` of a cloud config. */
  network: z.string().min(1),
  mac: z.string().optional(),
  addresses: z.array(cidr).default([]),
  /** The router gets these addresses on this network, and this machine a default route by each. */
  gateway: z.string().optional(),
  gateways: z.array(z.string()).default([]),
});

export const labConfigSchema = z.object({
  name: z.string().min(1).default('bosh6'),
  /** The agent that every VM runs: a Node binary and a bundled script, bound read-only into the VM. */
  agent: z.object({ node: path, bundle: path, args: z.array(z.string()).default([]) }),
  director: z.object({ nics: z.array(nic).default([]), hostname: z.string().default('director'), env: env.default({}) }).prefault({}),
  /** The person's seat, on a routed network of its own. */
  workstation: z
    .object({
      addresses: z.array(cidr).default(['10.0.8.2/24', 'fd00:8::2/64']),
      gateways: z.array(z.string()).default(['10.0.8.1', 'fd00:8::1']),
      hostname: z.string().default('workstation'),
      /** Added to the environment of whatever is run there. */
      env: env.default({}),
    })
    .prefault({}),
  /** Stands in for everything beyond the router. */
  internet: z
    .object({
      /** Its own addresses, on one link with the router; the first of each family is the router's next hop. */
      addresses: z
        .array(z.string())
        .default(['203.0.113.10', '8.8.8.8', '8.8.4.4', '1.1.1.1', '2001:4860:4860::8888', '2001:4860:4860::8844']),
      /** What its DNS servers answer, by name; everything else is NXDOMAIN. */
      names: z.record(z.string(), z.array(z.string())).default({}),
      /** Served by HTTP and, with `tls`, HTTPS: the request's path and query is a file's name below it, e.g. `d/stemcells/NAME?v=1.0`. Symbolic links are followed. */
      files: path.optional(),
      tls: z.object({ certificate: path, privateKey: path }).optional(),
    })
    .prefault({}),
  /** DNS servers of director and workstation. */
  nameservers: z.array(z.string()).default(['203.0.113.10', '2001:4860:4860::8888']),
  /** Ports of the host's 127.0.0.1 and [::1] (0: any free one) that lead into the lab. */
  forward: z.array(z.object({ port, to: z.object({ address: z.string().regex(/^\S+$/), port: port.min(1) }) })).default([]),
});

/** As read, with every default filled in. */
export type LabConfig = z.output<typeof labConfigSchema>;
/** As written by the caller. */
export type LabConfigInput = z.input<typeof labConfigSchema>;

export function parseLabConfig(value: unknown): LabConfig {
  const parsed = labConfigSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw fail('LabConfigInvalid', `the lab's configuration: ${issue?.message ?? 'not an object'}`, {
    where: { pointer: `/${issue?.path.join('/') ?? ''}` },
    cause: parsed.error,
  });
}
