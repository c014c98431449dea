import type { DeploymentPlan } from '@bosh6/director-api/client';
import { clean } from './clean.js';
import { planSummary } from './plan-summary.js';

type Instance = DeploymentPlan['instances'][number];
type Change = Instance['changes'][number];
type Value = Change['values'][number];

/** Colours text for a terminal, or leaves it. */
export interface Paint {
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
}

interface Look {
  mark: string;
  words: string;
  colour?: keyof Paint;
}

const looks: Readonly<Record<Instance['action'], Look>> = {
  none: { mark: ' ', words: 'stays as it is' },
  metadata: { mark: '~', words: 'gets new metadata; its jobs run on', colour: 'yellow' },
  restart: { mark: '~', words: 'restart', colour: 'yellow' },
  update: { mark: '~', words: 'update in place', colour: 'yellow' },
  recreate: { mark: '-/+', words: 'recreate: a new VM', colour: 'yellow' },
  create: { mark: '+', words: 'create', colour: 'green' },
  stop: { mark: '~', words: 'stop', colour: 'yellow' },
  detach: { mark: '-', words: 'delete its VM, keep its disk', colour: 'red' },
  wait: { mark: '~', words: 'rests, and stays so; it changes when it is started', colour: 'yellow' },
  delete: { mark: '-', words: 'delete', colour: 'red' },
};

const disks: Readonly<Partial<Record<Instance['disk'], string>>> = {
  create: 'a new disk',
  replace: "a new disk with the old one's data; the old one is orphaned",
  orphan: 'its disk is orphaned',
};

/** Texts of many lines, such as a whole file in a property, are cut. */
const longest = 60;
/** So much of what two texts share stands before where they differ. */
const shared = 20;

/** A plan for people: what becomes of each instance and why, group by group, and how to carry it out. */
export function planText(plan: DeploymentPlan, paint: Paint): string {
  const groups = new Map<string, Instance[]>();
  for (const instance of plan.instances) groups.set(instance.group, [...(groups.get(instance.group) ?? []), instance]);
  const parts = [...groups].map(([name, instances]) => [
    `Instance group '${clean(name)}'`,
    ...instances.flatMap((each) => linesOf(each, paint)),
  ]);
  const changes = plan.changes ?? [];
  if (changes.length > 0) parts.unshift([`Deployment '${clean(plan.deployment)}'`, ...changes.map((each) => changeText(each, paint))]);
  if (plan.generate.length > 0) parts.push(['Values to generate', ...plan.generate.map((name) => paint.green(`  + ${clean(name)}`))]);
  if (plan.compile.length > 0)
    parts.push(['Packages to compile', ...plan.compile.map((step) => paint.green(`  + ${clean(`${step.package} for ${step.stemcell}`)}`))]);
  parts.push(planSummary(plan).map(clean));
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function linesOf({ group, id, index, az, action, changes, addresses, disk }: Instance, paint: Paint): string[] {
  const { mark, words, colour } = looks[action];
  const title = clean(`${mark.padStart(3)} ${group}/${id} (${index})${az === undefined ? '' : ` in ${az}`}: ${words}`);
  const head = colour === undefined ? title : paint[colour](title);
  if (action === 'none') return [head];
  const fates = disks[disk];
  return [
    head,
    ...changes.flatMap(({ reason, values }) => [`      ${clean(reason)}`, ...values.map((value) => `        ${valueText(value, paint)}`)]),
    ...(fates === undefined ? [] : [`      ${fates}`]),
    ...(addresses.length === 0 ? [] : [`      ${addresses.map((each) => addressText(each, paint)).join(', ')}`]),
  ];
}

function changeText({ kind, reason }: Change, paint: Paint): string {
  return kind === 'new' ? paint.green(clean(`  + ${reason}`)) : paint.yellow(clean(`  ~ ${reason}`));
}

function valueText({ name, before, after, unknown }: Value, paint: Paint): string {
  const key = clean(name);
  // Only hashes are known of it.
  if (before === undefined && after === undefined) return `${key}: has another value`;
  const texts = [textOf(before), unknown === true ? 'not known before it is generated' : textOf(after)] as const;
  const [was, becomes] = texts.map((text) => cut(text, differenceOf(...texts) - shared));
  return `${key}: ${paint.red(was ?? '')} -> ${paint.green(becomes ?? '')}`;
}

function textOf(value: unknown): string {
  if (value === undefined) return '(none)';
  return typeof value === 'string' && /^[!-~]+$/.test(value) ? value : clean(JSON.stringify(value));
}

/** Where two texts differ first; 0 when they do not. */
function differenceOf(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at === a.length && at === b.length ? 0 : at;
}

/** What of a text is told: all of a short one, else a piece that shows what stands behind `from`. */
function cut(text: string, from: number): string {
  if (text.length <= longest) return text;
  const start = from + shared < longest ? 0 : from;
  const end = start + longest - 1;
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

function addressText(
  { network, address = `an address that the infrastructure chooses`, state }: Instance['addresses'][number],
  paint: Paint,
): string {
  const text = clean(`${address} (${network})`);
  if (state === 'new') return paint.green(`+ ${text}`);
  return state === 'released' ? paint.red(`- ${text}`) : text;
}
