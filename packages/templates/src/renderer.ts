import { realWorld, type Timer, type World } from '@bosh6/base';
import { fail } from './errors.js';
import { renderRemembered } from './render-remembered.js';
import { type ChildAnswer, RubyChild } from './ruby-child.js';
import type { Renderer, RendererOptions, RenderRequest, RenderResult } from './types.js';
import type { WorkerRequest } from './worker-protocol.js';

/** So many requests are worth having under way at once: Ruby then has the next when it is done with one. */
export const rendersAhead = 3;

/** Makes a renderer. Its child starts at the first `render` or `warm`, and ends when it has been idle. */
export function startRenderer(options: RendererOptions = {}): Renderer {
  return new ChildRenderer(options);
}

class ChildRenderer implements Renderer {
  readonly #world: World;
  readonly #idleMs: number;
  readonly #memoryLimit: number;
  #child: RubyChild | undefined;
  /** The newest requests, in order; they end well always. */
  #line: Promise<unknown>[] = [];
  #waiting = 0;
  #idle: Timer | undefined;
  #closed = false;

  constructor({ world = realWorld(), idleMs = 30_000, memoryLimitMib = 512 }: RendererOptions) {
    this.#world = world;
    this.#idleMs = idleMs;
    this.#memoryLimit = memoryLimitMib * 1024 * 1024;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async warm(): Promise<void> {
    if (this.#closed) return;
    await this.#living().ready.catch(() => {});
    if (this.#waiting === 0) this.#rest();
  }

  render(request: RenderRequest): Promise<RenderResult> {
    this.#waiting++;
    const earlier = this.#line.at(-1) ?? Promise.resolve();
    const mine = (this.#line.at(-rendersAhead) ?? Promise.resolve()).then(() => this.#renderNow(request, earlier));
    const ended = mine
      .catch(() => {})
      .finally(() => {
        this.#waiting--;
        if (this.#waiting === 0) this.#rest();
      });
    this.#line = [...this.#line, ended].slice(-rendersAhead);
    return mine;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#idle?.cancel();
    await this.#drop(this.#child);
    await Promise.all(this.#line);
  }

  async #renderNow({ jobs, memo, timeoutMs = 30_000, signal }: RenderRequest, earlier: Promise<unknown>): Promise<RenderResult> {
    if (this.#closed) throw fail('RendererClosed', 'the template renderer is closed');
    signal?.throwIfAborted();
    return renderRemembered(jobs, memo, { ask: (work) => this.#ask(work, timeoutMs, signal), earlier });
  }

  /** A child that ended for another's sake has another after it. */
  async #ask(work: WorkerRequest, timeoutMs: number, signal: AbortSignal | undefined): Promise<ChildAnswer> {
    for (;;) {
      const answer = await this.#askOne(this.#living(), work, timeoutMs, signal);
      if (answer !== undefined) return answer;
      if (this.#closed) throw fail('RendererClosed', 'the template renderer was closed before it rendered');
    }
  }

  async #askOne(
    child: RubyChild,
    work: WorkerRequest,
    timeoutMs: number,
    signal: AbortSignal | undefined,
  ): Promise<ChildAnswer | undefined> {
    child.hold(true);
    const stopped = Promise.withResolvers<never>();
    const abort = (): void => stopped.reject(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    let timer: Timer | undefined;
    const onTurn = (): void => {
      timer = this.#world.after(timeoutMs, () => stopped.reject(timedOut(child, timeoutMs)));
    };
    try {
      const answer = await Promise.race([child.render(work, onTurn), stopped.promise]);
      // Ruby's memory never shrinks; the next child starts while nobody waits for it.
      if (child.broken || child.memoryBytes > this.#memoryLimit) {
        await this.#drop(child);
        if (!this.#closed) this.#living();
      }
      return answer;
    } catch (error) {
      await this.#drop(child);
      if (this.#closed) throw fail('RendererClosed', 'the template renderer was closed while it rendered', { cause: error });
      throw error;
    } finally {
      timer?.cancel();
      signal?.removeEventListener('abort', abort);
    }
  }

  #living(): RubyChild {
    this.#idle?.cancel();
    if (this.#child?.pid === undefined || this.#child.broken) this.#child = new RubyChild();
    return this.#child;
  }

  #rest(): void {
    if (this.#closed) return;
    this.#idle?.cancel();
    this.#child?.hold(false);
    this.#idle = this.#world.after(this.#idleMs, () => void this.#drop(this.#child));
  }

  async #drop(child: RubyChild | undefined): Promise<void> {
    if (this.#child === child) this.#child = undefined;
    await child?.stop();
  }
}

function timedOut(child: RubyChild, timeoutMs: number): Error {
  const { job, template } = child.at ?? { job: 'unknown', template: 'unknown' };
  return fail('RenderTimeout', `template '${template}' of job '${job}' did not end within ${timeoutMs} ms`, {
    where: { object: `template ${job}/${template}` },
    details: { job, template },
  });
}
