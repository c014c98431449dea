import { z } from 'zod';

/** A place for VMs: a cluster, or a resource pool in it. */
export interface ClusterPlace {
  name: string;
  resourcePool?: string;
  /** Name of the DRS rule that keeps the VMs apart. */
  separateVms?: string;
  hostGroup?: HostGroup;
}

/** A host group of the cluster, and whether its VMs must run there or only should. */
export interface HostGroup {
  name: string;
  isMust: boolean;
}

const drsRule = z.strictObject({ name: z.string().min(1), type: z.literal('separate_vms') });
// a name alone is a rule that must hold, as with the original
const hostGroup = z.union(
  [
    z
      .string()
      .min(1)
      .transform((name): HostGroup => ({ name, isMust: true })),
    z
      .strictObject({ name: z.string().min(1), drs_rule: z.enum(['MUST', 'SHOULD']).default('SHOULD') })
      .transform(({ name, drs_rule: rule }): HostGroup => ({ name, isMust: rule === 'MUST' })),
  ],
  { error: 'host_group is a name, or {name, drs_rule: MUST or SHOULD}' },
);
const options = z.strictObject({
  resource_pool: z.string().min(1).exactOptional(),
  host_group: hostGroup.exactOptional(),
  drs_rules: z.array(drsRule).max(1, 'at most one DRS rule').exactOptional(),
});
const named = z
  .record(z.string(), options.nullable())
  .refine((map) => Object.keys(map).length === 1, { error: 'one cluster a list item', abort: true });

/** `C1`, or `{C1: {resource_pool: P, host_group: G, drs_rules: [...]}}`. */
export const clustersSchema = z.array(
  z.union([z.string().min(1), named], { error: unionIssue }).transform((item): ClusterPlace => {
    if (typeof item === 'string') return { name: item };
    const [[name, given] = ['', null]] = Object.entries(item);
    const place: ClusterPlace = { name };
    if (given?.resource_pool !== undefined) place.resourcePool = given.resource_pool;
    if (given?.host_group !== undefined) place.hostGroup = given.host_group;
    if (given?.drs_rules?.[0] !== undefined) place.separateVms = given.drs_rules[0].name;
    return place;
  }),
);

/** The map's own complaint says more than "invalid input". */
function unionIssue(issue: { input?: unknown }): string {
  const complaint = named.safeParse(issue.input).error?.issues[0];
  if (complaint === undefined || typeof issue.input !== 'object') return 'a name of a cluster, or a map of one';
  const keys =
    complaint.code === 'unrecognized_keys' ? `'${complaint.keys.join("', '")}' is not a key that this CPI knows` : complaint.message;
  return `${complaint.path.map(String).join('.')}: ${keys}`;
}
