import { configurationHash, templateHash } from './hashes.js';
import type { TemplateOutput } from './ruby-frames.js';
import type { ProvidedLink, RenderError, RenderedFile, RenderedJob, RenderJob, RenderResult } from './types.js';

/** What all templates of all jobs gave, together; errors are collected, so that all of them are told at once. `outputs`: in `templatesOf`'s order. */
export function assembleJobs(jobs: readonly RenderJob[], outputs: readonly TemplateOutput[]): RenderResult {
  const errors: RenderError[] = [];
  const inOrder = outputs.values();
  const rendered = jobs.map((job) => assembleJob(job, inOrder, errors));
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, jobs: rendered, configurationHash: configurationHash(rendered) };
}

function assembleJob(job: RenderJob, outputs: Iterator<TemplateOutput>, errors: RenderError[]): RenderedJob {
  const one = (source: string): Uint8Array => {
    const { value: output } = outputs.next();
    if (output?.ok) return output.content;
    const { message = 'it was not rendered', line } = output ?? {};
    errors.push({ job: job.name, template: source, message, ...(line === undefined ? {} : { line }) });
    return new Uint8Array();
  };
  const monit = one('monit');
  const files = job.templates.map(({ source, destination }): RenderedFile => ({ source, destination, content: one(source) }));
  files.push(linksFile(job.provides ?? []));
  return { name: job.name, monit, files, templateHash: templateHash(monit, files) };
}

function linksFile(provides: readonly ProvidedLink[]): RenderedFile {
  const path = '.bosh/links.json';
  const links = provides.map(({ name, type, group }) => ({ name, type, group }));
  return { source: path, destination: path, content: Buffer.from(`${JSON.stringify(links, null, 2)}\n`) };
}
