import { writeFileSync } from 'node:fs';
import { readYaml } from '../documents/read-document.js';
import { fail } from '../errors.js';

/** How a group's problems are to be mended, by their type. */
export interface GroupPlan {
  readonly name: string;
  readonly maxInFlight?: string;
  readonly resolutions: Readonly<Record<string, string>>;
}

/** The file that the stock CLI writes too. */
export async function writeRecoveryPlan(path: string, plans: readonly GroupPlan[]): Promise<void> {
  const { stringify } = await import('yaml');
  const groups = plans.map(({ name, maxInFlight, resolutions }) => ({
    name,
    ...(maxInFlight === undefined ? {} : { max_in_flight_override: maxInFlight }),
    planned_resolutions: resolutions,
  }));
  writeFileSync(path, stringify({ instance_groups_plan: groups }, { indentSeq: false }));
}

/** Errors: UnreadableFile, NotARecoveryPlan. */
export async function readRecoveryPlan(path: string): Promise<GroupPlan[]> {
  const { z } = await import('zod');
  const shape = z.object({
    instance_groups_plan: z.array(
      z.object({
        name: z.string(),
        max_in_flight_override: z.union([z.string(), z.number()]).optional(),
        planned_resolutions: z.record(z.string(), z.string()).default({}),
      }),
    ),
  });
  const document = readYaml(path);
  const read = shape.safeParse(document.value);
  if (!read.success) {
    const [issue] = read.error.issues;
    const pointer = `/${(issue?.path ?? []).join('/')}`;
    throw fail('NotARecoveryPlan', `'${path}' is no recovery plan: ${issue?.message ?? 'another shape'} at ${pointer}`, {
      where: { document: path, pointer, ...document.locate(pointer) },
    });
  }
  return read.data.instance_groups_plan.map(({ name, max_in_flight_override: limit, planned_resolutions: resolutions }) => ({
    name,
    ...(limit === undefined ? {} : { maxInFlight: String(limit) }),
    resolutions,
  }));
}
