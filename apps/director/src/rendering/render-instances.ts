import type { JsonObject } from '@bosh6/base';
import { type Manifest, placeOf } from '@bosh6/formats';
import { type LinkTable, linkGroup, type Naming, type PlacedGroup, type PlacedInstance, type Placement } from '@bosh6/plan';
import { bindProperties, type RenderError, type Renderer, type RenderJob, RenderMemo, rendersAhead } from '@bosh6/templates';
import { inFlight } from '../tasks/in-flight.js';
import { fail } from './errors.js';
import { instanceSpec } from './instance-spec.js';
import type { JobReader } from './job-contents.js';
import { linkContents } from './link-contents.js';
import { propertiesOf } from './provider-properties.js';
import { packTemplates, type RenderedTemplates } from './rendered-templates.js';

export interface RenderInput {
  manifest: Manifest;
  naming: Naming;
  placement: Placement;
  links: LinkTable;
  jobs: JobReader;
  renderer: Renderer;
  /** For queries of local DNS, by AZ. */
  zoneNumbers: Readonly<Record<string, number>>;
  signal: AbortSignal;
  /** Which instances to render; all when absent. */
  only?: (instance: PlacedInstance) => boolean;
}

/**
 * Renders the templates of every instance of service groups, before any VM is touched. Problems of all templates are reported together, once
 * for each template. Instance UUID to the archive for its agent.
 */
export async function renderInstances(input: RenderInput): Promise<Map<string, RenderedTemplates>> {
  const { placement, renderer, signal } = input;
  const rendered = new Map<string, RenderedTemplates>();
  const problems = new Map<string, RenderError[]>();
  const shared: Shared = { contentOf: linkContents(input), bound: new Map() };
  // Outputs may hold secrets: what is remembered goes with this call.
  const memo = new RenderMemo();
  await inFlight(placement.instances, rendersAhead, { throwIfCancelled: () => signal.throwIfAborted() }, async (instance) => {
    const group = placement.groups.find(({ name }) => name === instance.group);
    if (group === undefined || group.lifecycle === 'errand' || input.only?.(instance) === false) return;
    const jobs = await jobsOf(input, shared, group, instance);
    const result = await renderer.render({ jobs, memo, signal });
    if (result.ok) rendered.set(instance.uuid, await packTemplates(result.jobs, result.configurationHash));
    else if (!problems.has(group.name)) problems.set(group.name, [...result.errors]);
  });
  if (problems.size > 0) throw templatesFailed(problems, placement);
  return rendered;
}

/** What instances have in common, made once: instances that share it are told apart by their `spec` alone. */
interface Shared {
  contentOf: ReturnType<typeof linkContents>;
  /** Properties by group and the job's place in it. */
  bound: Map<string, JsonObject>;
}

async function jobsOf(
  input: RenderInput,
  { contentOf, bound }: Shared,
  group: PlacedGroup,
  instance: PlacedInstance,
): Promise<RenderJob[]> {
  const { manifest, naming, links } = input;
  const manifestGroup = manifest.instanceGroups.find(({ name }) => name === group.name);
  const order = group.jobs.map(async (job, at): Promise<RenderJob> => {
    const wanted = manifestGroup?.jobs[at];
    const contents = await input.jobs.contents(job.job, job.name);
    const sources = links[group.name]?.[job.name] ?? {};
    const properties =
      bound.get(`${group.name}/${at}`) ??
      bindProperties(job.job.properties, wanted === undefined ? {} : propertiesOf(manifest, group.name, wanted));
    bound.set(`${group.name}/${at}`, properties);
    return {
      name: job.name,
      monit: contents.monit,
      templates: contents.templates,
      provides: job.job.provides.map(({ name, type }) => ({ name, type, group: linkGroup({ name, type }) })),
      context: {
        spec: instanceSpec(manifest, naming, group, instance, job),
        properties,
        links: Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, contentOf(source)])),
      },
    };
  });
  return Promise.all(order);
}

function templatesFailed(problems: ReadonlyMap<string, readonly RenderError[]>, placement: Placement): Error {
  const lines = [...problems].flatMap(([group, errors]) => [
    `  - instance group '${group}':`,
    ...errors.map(
      ({ job, template, line, message }) =>
        `    - job '${job}', template '${template}'${line === undefined ? '' : `, line ${line}`}: ${message}`,
    ),
  ]);
  const [group] = problems.keys();
  const [first] = [...problems.values()][0] ?? [];
  const failed = placement.groups.find(({ name }) => name === group);
  const at = failed?.jobs.find(({ name }) => name === first?.job) ?? failed;
  return fail('TemplatesFailed', `templates cannot be rendered:\n${lines.join('\n')}`, {
    where: at === undefined ? {} : placeOf(at),
    details: { templates: [...problems.values()].flat() },
  });
}
