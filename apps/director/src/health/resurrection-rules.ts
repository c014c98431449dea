import { parseYaml } from '@bosh6/formats';
import { z } from 'zod';

const filter = z.object({ deployments: z.array(z.string()).nullish(), instance_groups: z.array(z.string()).nullish() }).nullish();
const config = z.object({ rules: z.array(z.object({ enabled: z.boolean(), include: filter, exclude: filter })).nullish() });
type Rule = NonNullable<z.output<typeof config>['rules']>[number];
type Filter = z.output<typeof filter>;

/**
 * Tells whether instances of a group may be made anew. All rules that match must say so; an empty `include` matches all, an empty `exclude` none. Undefined when
 * a text is no such config, as nobody can tell what it was to keep from that: the Director stores configs of this type as they come.
 */
export function resurrectionRules(texts: readonly string[]): ((deployment: string, group: string) => boolean) | undefined {
  const read = texts.map((text) => config.safeParse(parseYaml(text, 'resurrection config').value).data);
  if (read.includes(undefined)) return undefined;
  const rules = read.flatMap((each): Rule[] => each?.rules ?? []);
  return (deployment, group) =>
    rules.every(({ enabled, include, exclude }) => {
      const matches = (isEmpty(include) || names(include, deployment, group)) && (isEmpty(exclude) || !names(exclude, deployment, group));
      return enabled || !matches;
    });
}

function isEmpty(filter: Filter): boolean {
  return !filter?.deployments?.length && !filter?.instance_groups?.length;
}

function names(filter: Filter, deployment: string, group: string): boolean {
  const has = (list: readonly string[] | null | undefined, name: string): boolean => !list?.length || list.includes(name);
  return has(filter?.deployments, deployment) && has(filter?.instance_groups, group);
}
