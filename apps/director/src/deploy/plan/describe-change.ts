import type { Json } from '@bosh6/base';
import type { PlannedChange, PlannedValue } from '@bosh6/director-api';
import { parseYaml } from '@bosh6/formats';
import { type Change, type ChangeKind, type Difference, type PlacedInstance, propertyDifferences } from '@bosh6/plan';
import { redact } from '../../configs/redact.js';
import { placeholdersOf } from '../variables/placeholders.js';
import type { Conceal } from './conceal.js';

export type DescribeChange = (change: Change, placed: PlacedInstance) => PlannedChange;

/** The manifests that a plan leads from and to, as written: their secrets are placeholders, where people are careful. */
export interface Written {
  before: string | null;
  after: string;
  /** Variables that have no value yet. */
  fresh: ReadonlySet<string>;
  showSecrets: boolean;
  /** For values that filled texts led to. */
  conceal: Conceal;
}

/** How changes are told: with the properties behind new templates, and redacted as the diff is. */
export function changeDescriber({ before, after, fresh, showSecrets, conceal }: Written): DescribeChange {
  const [old, now] = [before, after].map((text): Json => (text === null ? {} : parseYaml(text, 'manifest').value));
  const byGroup = new Map<string, Difference[]>();
  const propertiesOf = ({ group, existing }: PlacedInstance): Difference[] => {
    const known = byGroup.get(group) ?? propertyDifferences(old ?? {}, now ?? {}, group, existing?.group);
    byGroup.set(group, known);
    return known;
  };
  return ({ kind, reason, values = [] }, placed) => {
    const isTemplates = kind === 'configuration';
    const differing = isTemplates ? propertiesOf(placed) : values.map((each) => (isOfTexts(kind, each) ? concealed(each, conceal) : each));
    const names = isTemplates ? differing.map(({ name }) => name).join(', ') : '';
    const tell = (value: Json): Json => (showSecrets ? value : (redact({ value }, isTemplates).value as Json));
    const told = differing.map((each): PlannedValue => {
      const isUnknown = each.after !== undefined && placeholdersOf(each.after).some(({ name }) => fresh.has(rootOf(name)));
      return {
        name: each.name,
        ...(each.before === undefined ? {} : { before: tell(each.before) }),
        ...(each.after === undefined ? {} : { after: tell(each.after) }),
        ...(isUnknown ? { unknown: true } : {}),
      };
    });
    return { kind, reason: names === '' ? reason : `${reason}: ${names}`, values: told };
  };
}

/** Of networks all else is addresses, which are told anyhow; packages, jobs and stemcells have versions only. */
function isOfTexts(kind: ChangeKind, { name }: Difference): boolean {
  return kind === 'network' ? name.endsWith('.cloud_properties') : ['cloud_properties', 'persistent_disk', 'tags'].includes(kind);
}

function concealed({ name, before, after }: Difference, conceal: Conceal): Difference {
  return { name, ...(before === undefined ? {} : { before: conceal(before) }), ...(after === undefined ? {} : { after: conceal(after) }) };
}

/** The variable of a path into its value: dots after the last slash lead into it. */
function rootOf(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return path.slice(0, slash) + (path.slice(slash).split('.')[0] ?? '');
}
