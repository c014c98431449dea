import * as z from 'zod/mini';
import { fail } from '../errors.js';

const text = z.optional(z.string());
const count = z.optional(z.number());
const flag = z.optional(z.boolean());
const length = z.number().check(z.int(), z.minimum(0), z.maximum(128));

const addressSchema = z.looseObject({
  local: text,
  prefixlen: z._default(length, 0),
  tentative: flag,
  dadfailed: flag,
  dynamic: flag,
  temporary: flag,
  valid_life_time: count,
});
export type RawAddress = z.infer<typeof addressSchema>;
const linkSchema = z.looseObject({ ifname: z.string(), group: text, addr_info: z.optional(z.array(addressSchema)) });

const hopSchema = z.looseObject({
  gateway: text,
  via: z.optional(z.looseObject({ host: text })),
  dev: text,
  flags: z.optional(z.array(z.string())),
});
export type RawHop = z.infer<typeof hopSchema>;
const routeSchema = z.looseObject({
  type: text,
  dst: z.string(),
  gateway: text,
  via: z.optional(z.looseObject({ host: text })),
  dev: text,
  table: text,
  protocol: text,
  flags: z.optional(z.array(z.string())),
  expires: count,
  nexthops: z.optional(z.array(hopSchema)),
});
export type RawRoute = z.infer<typeof routeSchema>;

const ruleSchema = z.looseObject({
  priority: z.number(),
  src: text,
  srclen: z.optional(length),
  dst: text,
  dstlen: z.optional(length),
  table: text,
  suppress_prefixlen: count,
  suppress_ifgroup: text,
});
export type RawRule = z.infer<typeof ruleSchema>;

/** The links, routes and rules in a line of `ip -j`; none without a line. Throws NetworkSetupFailed for what is not of this kind. */
export const linksOf = reader('interfaces', linkSchema);
export const routesIn = reader('routes', routeSchema);
export const rulesIn = reader('rules', ruleSchema);

function reader<S extends z.ZodMiniType>(what: string, schema: S): (line: string | undefined) => z.infer<S>[] {
  const list = z.array(z.unknown());
  return (line) => {
    if (line === undefined) return [];
    const entries = list.safeParse(jsonOf(line, what));
    if (!entries.success) throw fail('NetworkSetupFailed', `what 'ip' says of the ${what} is no list`);
    // Left out by 'ip' itself: it prints an empty object.
    const told = entries.data.filter((entry) => JSON.stringify(entry) !== '{}');
    return told.map((entry) => {
      const parsed = schema.safeParse(entry);
      if (parsed.success) return parsed.data;
      const issue = parsed.error.issues[0];
      throw fail('NetworkSetupFailed', `what 'ip' says of the ${what} is wrong at '${issue?.path.join('.')}': ${issue?.message}`);
    });
  };
}

function jsonOf(line: string, what: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw fail('NetworkSetupFailed', `what 'ip' says of the ${what} is not JSON`, { cause });
  }
}
