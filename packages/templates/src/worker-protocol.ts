import type { RenderJob, RenderResult } from './types.js';

/** To the child: jobs to render. */
export interface WorkerRequest {
  readonly id: number;
  readonly jobs: readonly RenderJob[];
}

/** From the child. `rendering` comes before each template, for the case that it never ends. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'rendering'; readonly job: string; readonly template: string }
  | { readonly kind: 'rendered'; readonly id: number; readonly result: RenderResult; readonly memoryBytes: number }
  | { readonly kind: 'broken'; readonly job: string; readonly template: string };
