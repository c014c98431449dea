import { isJsonObject, type JsonObject } from '@bosh6/base';

/** Keys of a request's context that the protocol itself uses. */
const protocol = ['director_uuid', 'request_id', 'vm'];
const whole = ['vcenters', 'agent', 'plugins'];

/**
 * A CPI's own properties with those of a cpi-config entry, which lie flat in a request's context: `host`, `datacenters`, ... go into the vCenter, as with
 * the original; `vcenters` and `agent` stand for themselves.
 */
export function withCpiConfig(own: JsonObject, context: JsonObject): JsonObject {
  const given = Object.entries(context).filter(([key]) => !protocol.includes(key));
  const flat = Object.fromEntries(given.filter(([key]) => !whole.includes(key)));
  const merged: JsonObject = { ...own, ...Object.fromEntries(given.filter(([key]) => whole.includes(key))) };
  if (Object.keys(flat).length === 0) return merged;
  const [vcenter, ...others] = Array.isArray(merged.vcenters) ? merged.vcenters : [];
  return { ...merged, vcenters: [{ ...(isJsonObject(vcenter) ? vcenter : {}), ...flat }, ...others] };
}
