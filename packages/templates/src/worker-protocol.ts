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

/** To the child: templates to render. */
export interface WorkerRequest {
  readonly id: number;
  readonly contexts: readonly ContextTexts[];
  readonly templates: readonly WorkerTemplate[];
}

/** From the child. `rendering` comes before each template, for the case that it never ends. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'rendering'; readonly job: string; readonly template: string }
  | { readonly kind: 'rendered'; readonly id: number; readonly outputs: readonly TemplateOutput[]; readonly memoryBytes: number }
  | { readonly kind: 'broken'; readonly job: string; readonly template: string };
