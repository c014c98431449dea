import type { ContextTexts, TemplateOutput } from './ruby-frames.js';

export interface WorkerTemplate {
  readonly job: string;
  readonly source: string;
  readonly text: string | Uint8Array;
  /** Its place among the request's contexts. */
  readonly context: number;
  /** Whether what it reads is to be told. */
  readonly wantsReads: boolean;
}

/** To the child: templates to render. Answers come in the order of the requests. */
export interface WorkerRequest {
  readonly contexts: readonly ContextTexts[];
  readonly templates: readonly WorkerTemplate[];
}

/** On which the child says a byte before each template, for the case that it never ends. Cheaper than a message, of which there would be as many as of templates. */
export const begunFd = 4;

/** From the child. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'rendered'; readonly outputs: readonly TemplateOutput[]; readonly memoryBytes: number }
  | { readonly kind: 'broken'; readonly job: string; readonly template: string };
