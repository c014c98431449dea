import type { RenderContext, RenderJob } from './types.js';

/** One template of a job, for one context. */
export interface JobTemplate {
  readonly job: string;
  /** `monit` for the job's. */
  readonly source: string;
  readonly text: string | Uint8Array;
  readonly context: RenderContext;
}

/** Every job's `monit`, then its templates. */
export function templatesOf(jobs: readonly RenderJob[]): JobTemplate[] {
  return jobs.flatMap(({ name, monit, templates, context }) =>
    [{ source: 'monit', text: monit }, ...templates].map(({ source, text }) => ({ job: name, source, text, context })),
  );
}

/** As backtraces name it. */
export function pathOf({ job, source }: JobTemplate): string {
  return `${job}/${source}`;
}
