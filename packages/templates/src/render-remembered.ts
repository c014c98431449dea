import { assembleJobs } from './assemble-jobs.js';
import { contextTexts } from './context-texts.js';
import type { RenderMemo } from './render-memo.js';
import type { ChildAnswer } from './ruby-child.js';
import type { TemplateOutput } from './ruby-frames.js';
import { type JobTemplate, pathOf, templatesOf } from './templates-of.js';
import type { RenderContext, RenderJob, RenderResult } from './types.js';
import type { WorkerRequest } from './worker-protocol.js';

/** Ruby, for one request among others. */
export interface Asking {
  ask(work: WorkerRequest): Promise<ChildAnswer>;
  /** Those that were asked before; ends well always. */
  readonly earlier: Promise<unknown>;
}

/** Renders jobs; Ruby is asked only for what the memo does not know, and not at all when it knows everything. */
export async function renderRemembered(jobs: readonly RenderJob[], memo: RenderMemo | undefined, asking: Asking): Promise<RenderResult> {
  const templates = templatesOf(jobs);
  const outputs = templates.map((template): TemplateOutput | undefined => {
    const content = memo?.recall(pathOf(template), template.text, template.context);
    return content === undefined ? undefined : { ok: true, content };
  });
  const open = templates.filter((_, at) => outputs[at] === undefined);
  let answered: IterableIterator<TemplateOutput> = [].values();
  if (open.length > 0) {
    const answer = await asking.ask(workFor(open, memo));
    if ('ended' in answer) return { ok: false, errors: [answer.ended] };
    if (answer.outputs.some(({ altered }) => altered === true)) memo?.giveUp();
    else if (memo !== undefined) keep(memo, open, answer.outputs);
    answered = answer.outputs.values();
  }
  await asking.earlier;
  // What was recalled is of a Ruby that had not been altered.
  if (memo?.gaveUp === true && open.length < templates.length) return renderRemembered(jobs, undefined, asking);
  return assembleJobs(
    jobs,
    outputs.flatMap((output) => output ?? answered.next().value ?? []),
  );
}

function workFor(templates: readonly JobTemplate[], memo: RenderMemo | undefined): WorkerRequest {
  const known = memo?.texts ?? new WeakMap<object, string>();
  const contexts = [...new Set(templates.map(({ context }) => context))];
  const places = new Map(contexts.map((context, at): [RenderContext, number] => [context, at]));
  return {
    contexts: contexts.map((context) => contextTexts(context, known)),
    templates: templates.map((template) => {
      const { job, source, text, context } = template;
      return { job, source, text, context: places.get(context) ?? -1, wantsReads: memo?.wants(pathOf(template), text) ?? false };
    }),
  };
}

function keep(memo: RenderMemo, templates: readonly JobTemplate[], outputs: readonly TemplateOutput[]): void {
  for (const [at, template] of templates.entries()) {
    const output = outputs[at];
    if (output?.ok !== true || output.reads === undefined) continue;
    const { context, text } = template;
    // A view of the whole answer's bytes would keep all of these.
    const content = Uint8Array.from(output.content);
    memo.keep(pathOf(template), text, { context, reads: output.reads, content });
  }
}
