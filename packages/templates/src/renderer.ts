import { realWorld, type Timer, type World } from '@bosh6/base';
import { fail } from './errors.js';
import { renderRemembered } from './render-remembered.js';
import { type ChildAnswer, RubyChild } from './ruby-child.js';
import type { Renderer, RendererOptions, RenderRequest, RenderResult } from './types.js';
import type { WorkerRequest } from './worker-protocol.js';

/** Makes a renderer. Its child starts at the first `render` or `warm`, and ends when it has been idle. */
export function startRenderer(options: RendererOptions = {}): Renderer {
  return new ChildRenderer(options);
}

class ChildRenderer implements Renderer {
  readonly #world: World;
  readonly #idleMs: number;
  readonly #memoryLimit: number;
  #child: RubyChild | undefined;
  #queue: Promise<unknown> = Promise.resolve();
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
    const mine = this.#queue.then(() => this.#renderNow(request));
    this.#queue = mine
      .catch(() => {})
      .finally(() => {
        this.#waiting--;
        if (this.#waiting === 0) this.#rest();
      });
    return mine;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#idle?.cancel();
    await this.#drop();
    await this.#queue;
  }

  async #renderNow({ jobs, memo, timeoutMs = 30_000, signal }: RenderRequest): Promise<RenderResult> {
    if (this.#closed) throw fail('RendererClosed', 'the template renderer is closed');
    signal?.throwIfAborted();
    return renderRemembered(jobs, memo, (work) => this.#ask(work, timeoutMs, signal));
  }

  async #ask(work: Omit<WorkerRequest, 'id'>, timeoutMs: number, signal: AbortSignal | undefined): Promise<ChildAnswer> {
    const child = this.#living();
    child.hold(true);
    const stopped = Promise.withResolvers<never>();
    const abort = (): void => stopped.reject(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    let timer: Timer | undefined;
    try {
      await Promise.race([child.ready, stopped.promise]);
      timer = this.#world.after(timeoutMs, () => stopped.reject(timedOut(child, timeoutMs)));
      const answer = await Promise.race([child.render(work), stopped.promise]);
      // Ruby's memory never shrinks; the next child starts while nobody waits for it.
      if (child.broken || child.memoryBytes > this.#memoryLimit) {
        await this.#drop();
        if (!this.#closed) this.#living();
      }
      return answer;
    } catch (error) {
      await this.#drop();
      if (this.#closed) throw fail('RendererClosed', 'the template renderer was closed while it rendered', { cause: error });
      throw error;
    } finally {
      timer?.cancel();
      signal?.removeEventListener('abort', abort);
    }
  }

  #living(): RubyChild {
    this.#idle?.cancel();
    if (this.#child?.pid === undefined) this.#child = new RubyChild();
    return this.#child;
  }

  #rest(): void {
    this.#idle?.cancel();
    this.#child?.hold(false);
    this.#idle = this.#world.after(this.#idleMs, () => void this.#drop());
  }

  async #drop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
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
