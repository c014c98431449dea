import { type Read, readsSame } from './reads.js';
import type { RenderContext } from './types.js';

/** One output, and what it depends on. */
interface Rendered {
  readonly context: RenderContext;
  readonly reads: readonly Read[];
  readonly content: Uint8Array;
}

const mostOfATemplate = 64;

/**
 * Outputs of templates, for other contexts that have the same values where the template has read. For one deploy: outputs may hold secrets, and
 * contexts that were given to it must not change. Errors are never kept.
 */
export class RenderMemo {
  /** JSON of properties and links that contexts share. */
  readonly texts = new WeakMap<object, string>();
  readonly #known = new Map<string, Map<string | Uint8Array, Rendered[]>>();
  #useless = false;

  /** What the template gives for the context, if that is known. `path`: `JOB/SOURCE`. */
  recall(path: string, template: string | Uint8Array, context: RenderContext): Uint8Array | undefined {
    const outputs = this.#known.get(path)?.get(template);
    return outputs?.findLast((output) => readsSame(output.reads, output.context, context))?.content;
  }

  keep(path: string, template: string | Uint8Array, output: Rendered): void {
    if (this.#useless) return;
    const ofPath = this.#known.get(path) ?? new Map<string | Uint8Array, Rendered[]>();
    this.#known.set(path, ofPath);
    const outputs = ofPath.get(template) ?? [];
    ofPath.set(template, outputs);
    // Instances of a group come one after another, so that the oldest is the least likely to be asked for again.
    if (outputs.push(output) > mostOfATemplate) outputs.shift();
  }

  /** From now on nothing is reused: a template has changed what the code of others does. */
  giveUp(): void {
    this.#useless = true;
    this.#known.clear();
  }
}
