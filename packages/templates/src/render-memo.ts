import { type Read, readsSame } from './reads.js';
import type { RenderContext } from './types.js';

/** One output, and what it depends on. */
interface Rendered {
  readonly context: RenderContext;
  readonly reads: readonly Read[];
  readonly content: Uint8Array;
}

interface OfTemplate {
  readonly outputs: Rendered[];
  /** Outputs in a row that nobody asked for again. */
  unasked: number;
}

const mostOfATemplate = 64;
/** After so many a template is taken for one that gives each instance its own. */
const mostUnasked = 16;

/**
 * Outputs of templates, for other contexts that have the same values where the template has read. For one deploy: outputs may hold secrets, and
 * contexts that were given to it must not change. Errors are never kept.
 */
export class RenderMemo {
  /** JSON of properties and links that contexts share. */
  readonly texts = new WeakMap<object, string>();
  readonly #known = new Map<string, Map<string | Uint8Array, OfTemplate>>();
  #useless = false;

  get gaveUp(): boolean {
    return this.#useless;
  }

  /** What the template gives for the context, if that is known. `path`: `JOB/SOURCE`. */
  recall(path: string, template: string | Uint8Array, context: RenderContext): Uint8Array | undefined {
    const of = this.#known.get(path)?.get(template);
    const found = of?.outputs.findLast((output) => readsSame(output.reads, output.context, context));
    if (of !== undefined && found !== undefined) of.unasked = 0;
    return found?.content;
  }

  /** Whether an output of the template would be kept. */
  wants(path: string, template: string | Uint8Array): boolean {
    return !this.#useless && (this.#known.get(path)?.get(template)?.unasked ?? 0) < mostUnasked;
  }

  keep(path: string, template: string | Uint8Array, output: Rendered): void {
    if (!this.wants(path, template)) return;
    const ofPath = this.#known.get(path) ?? new Map<string | Uint8Array, OfTemplate>();
    this.#known.set(path, ofPath);
    const of = ofPath.get(template) ?? { outputs: [], unasked: 0 };
    ofPath.set(template, of);
    of.unasked += 1;
    // Instances of a group come one after another, so that the oldest is the least likely to be asked for again.
    if (of.outputs.push(output) > mostOfATemplate) of.outputs.shift();
    if (of.unasked === mostUnasked) of.outputs.length = 0;
  }

  /** From now on nothing is reused: a template has changed what the code of others does. */
  giveUp(): void {
    this.#useless = true;
    this.#known.clear();
  }
}
