import type { Json, JsonObject, World } from '@bosh6/base';
import type { RenderMemo } from './render-memo.js';

export interface TemplateSource {
  /** Path in the job's `templates/`, as in the job spec. */
  readonly source: string;
  /** Path below the job's directory in the VM. */
  readonly destination: string;
  readonly text: string | Uint8Array;
}

/** A link that the job provides, for its `.bosh/links.json`. */
export interface ProvidedLink {
  readonly name: string;
  readonly type: string;
  readonly group: string;
}

/** What a template sees, in BOSH's own spelling (bosh.io/docs). */
export interface RenderContext {
  /** The instance spec; its `name` and `index` are the template's `name` and `index`. */
  readonly spec: JsonObject;
  /** The job's properties, defaults filled in: the result of `bindProperties`. */
  readonly properties: JsonObject;
  /** Links by the name that the job consumes them by; content as bosh.io/docs. */
  readonly links: Readonly<Record<string, JsonObject>>;
}

export interface RenderJob {
  readonly name: string;
  readonly monit: string | Uint8Array;
  readonly templates: readonly TemplateSource[];
  readonly provides?: readonly ProvidedLink[];
  readonly context: RenderContext;
}

export interface RenderRequest {
  readonly jobs: readonly RenderJob[];
  /** What was rendered before, for what has not changed since; the outputs of this request are added. */
  readonly memo?: RenderMemo;
  /** The whole request, queueing and cold start not counted. 30 000 unless said. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface RenderedFile {
  readonly source: string;
  readonly destination: string;
  readonly content: Uint8Array;
}

export interface RenderedJob {
  readonly name: string;
  readonly monit: Uint8Array;
  /** In the order of the templates, then `.bosh/links.json`. */
  readonly files: readonly RenderedFile[];
  /** SHA-1, hex: monit, then contents by source path. */
  readonly templateHash: string;
}

export interface RenderError {
  readonly job: string;
  /** Source path of the template, or `monit`. */
  readonly template: string;
  /** Line in the template, from 1, where Ruby's backtrace names it. */
  readonly line?: number;
  readonly message: string;
}

export type RenderResult =
  | { readonly ok: true; readonly jobs: readonly RenderedJob[]; readonly configurationHash: string }
  | { readonly ok: false; readonly errors: readonly RenderError[] };

export interface RendererOptions {
  readonly world?: World;
  /** The child ends when nothing was rendered for so long. 30 000 unless said. */
  readonly idleMs?: number;
  /** The child is replaced when Ruby's memory has grown beyond this. 512 unless said. */
  readonly memoryLimitMib?: number;
}

/** Renders ERB templates in a child process. Ruby has one request after another, in order; what it gives for the next is computed while somebody looks at the last. */
export interface Renderer {
  /** Starts the child, so that the next `render` does not wait for Ruby. Never fails; repeatable. */
  warm(): Promise<void>;
  /** Template errors are values. Throws RenderTimeout, RendererDied, RendererClosed. */
  render(request: RenderRequest): Promise<RenderResult>;
  /** Process id of the child while one lives. */
  readonly pid: number | undefined;
  close(): Promise<void>;
}

/** The `properties` section of a parsed job spec, by dotted name. */
export type JobSpecProperties = Readonly<Record<string, { readonly default?: Json }>>;
