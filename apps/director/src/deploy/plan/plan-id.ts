import { createHash } from 'node:crypto';
import type { World } from '@bosh6/base';
import { fail } from '../errors.js';
import { digestLength } from './digest.js';
import { type PlanParts, partNames } from './plan-parts.js';

/** A plan that somebody has seen, as its id tells it: nobody kept it. */
export interface SeenPlan {
  /** What the ids of its new instances come from. */
  seed: string;
  parts: PlanParts;
}

const version = 'p1';
const seedLength = 8;
const shape = new RegExp(`^${version}[\\w-]{${seedLength + digestLength * partNames.length}}$`);

export function newSeed(world: World): string {
  return Buffer.from(world.bytes(seedLength)).toString('base64url').slice(0, seedLength);
}

export function planId({ seed, parts }: SeenPlan): string {
  return [version, seed, ...partNames.map((name) => parts[name])].join('');
}

/** Throws PlanIdInvalid. */
export function parsePlanId(id: string): SeenPlan {
  if (!shape.test(id)) throw fail('PlanIdInvalid', `'${id}' is not the id of a plan`);
  const seed = id.slice(version.length, version.length + seedLength);
  const digests = id.slice(version.length + seedLength);
  const parts = partNames.map((name, at) => [name, digests.slice(at * digestLength, (at + 1) * digestLength)]);
  return { seed, parts: Object.fromEntries(parts) as PlanParts };
}

/** The ids of a plan's new instances in their order, the same ones whenever it is made again: UUIDs of version 8 (RFC 9562). */
export function idsOf(seed: string): () => string {
  let made = 0;
  return () => {
    made += 1;
    const hex = createHash('sha256').update(`${seed}/${made}`).digest('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
  };
}
