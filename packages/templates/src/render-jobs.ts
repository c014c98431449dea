import type { JsonObject } from '@bosh6/base';
import { configurationHash, templateHash } from './hashes.js';
import type { TemplateInput, TemplateOutput } from './ruby-vm.js';
import type { ProvidedLink, RenderContext, RenderError, RenderedFile, RenderedJob, RenderJob, RenderResult } from './types.js';

export type RenderTemplate = (job: string, source: string, input: TemplateInput) => TemplateOutput;

/** Renders every template of every job; errors are collected, so that all of them are told at once. */
export function renderJobs(jobs: readonly RenderJob[], render: RenderTemplate): RenderResult {
  const errors: RenderError[] = [];
  const rendered = jobs.map((job) => renderJob(job, render, errors));
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, jobs: rendered, configurationHash: configurationHash(rendered) };
}

function renderJob(job: RenderJob, render: RenderTemplate, errors: RenderError[]): RenderedJob {
  const context = contextText(job.context);
  const one = (source: string, template: string | Uint8Array): Uint8Array => {
    const output = render(job.name, source, { path: `${job.name}/${source}`, template, context });
    if (output.ok) return output.content;
    const error = { job: job.name, template: source, message: output.message };
    errors.push(output.line === undefined ? error : { ...error, line: output.line });
    return new Uint8Array();
  };
  const monit = one('monit', job.monit);
  const files = job.templates.map(({ source, destination, text }): RenderedFile => ({ source, destination, content: one(source, text) }));
  files.push(linksFile(job.provides ?? []));
  return { name: job.name, monit, files, templateHash: templateHash(monit, files) };
}

function contextText({ spec, properties, links }: RenderContext): string {
  return JSON.stringify({ spec, properties, links } satisfies Record<string, JsonObject | RenderContext['links']>);
}

function linksFile(provides: readonly ProvidedLink[]): RenderedFile {
  const path = '.bosh/links.json';
  const links = provides.map(({ name, type, group }) => ({ name, type, group }));
  return { source: path, destination: path, content: Buffer.from(`${JSON.stringify(links, null, 2)}\n`) };
}
