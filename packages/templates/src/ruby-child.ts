import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fail } from './errors.js';
import type { TemplateOutput } from './ruby-frames.js';
import type { RenderError } from './types.js';
import type { WorkerMessage, WorkerRequest } from './worker-protocol.js';

const tailLength = 2000;

/** Outputs in the order of the templates; or why a template ended Ruby. */
export type ChildAnswer = { readonly outputs: readonly TemplateOutput[] } | { readonly ended: RenderError };

/** One child process with Ruby in it. */
export class RubyChild {
  readonly #process: ChildProcess;
  readonly ready: Promise<void>;
  readonly exited: Promise<void>;
  memoryBytes = 0;
  /** A template ended Ruby. */
  broken = false;
  #errorTail = '';
  #at: { job: string; template: string } | undefined;
  #ids = 0;
  #alive = true;

  constructor() {
    const entry = createRequire(import.meta.url).resolve('@bosh6/templates/worker');
    // Templates are code of others: nothing of this process's environment, options or terminal goes along.
    this.#process = fork(entry, [], { env: {}, execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#errorTail = (this.#errorTail + text).slice(-tailLength);
    });
    const ready = Promise.withResolvers<void>();
    const exited = Promise.withResolvers<void>();
    this.#process.on('message', (message: WorkerMessage) => {
      if (message.kind === 'ready') ready.resolve();
      else if (message.kind !== 'rendered') this.#at = { job: message.job, template: message.template };
    });
    this.#process.on('error', (cause) => ready.reject(this.#died(cause)));
    this.#process.once('exit', () => {
      this.#alive = false;
      ready.reject(this.#died());
      exited.resolve();
    });
    this.ready = ready.promise;
    this.exited = exited.promise;
    this.ready.catch(() => {}); // whoever renders waits for it; whoever only warms does not mind
  }

  get pid(): number | undefined {
    return this.#alive ? this.#process.pid : undefined;
  }

  /** The template that was begun last. */
  get at(): { job: string; template: string } | undefined {
    return this.#at;
  }

  /** Renders; the child is gone afterwards when a template ended Ruby. Rejects with RendererDied when the child ends first. One request at a time. */
  async render(work: Omit<WorkerRequest, 'id'>): Promise<ChildAnswer> {
    await this.ready;
    const id = ++this.#ids;
    this.#at = undefined;
    const answer = Promise.withResolvers<ChildAnswer>();
    const onMessage = (message: WorkerMessage): void => {
      if (message.kind === 'broken') {
        this.broken = true;
        answer.resolve({ ended: endedRuby(message) });
      }
      if (message.kind !== 'rendered' || message.id !== id) return;
      this.memoryBytes = message.memoryBytes;
      answer.resolve({ outputs: message.outputs });
    };
    const onExit = (): void => answer.reject(this.#died());
    this.#process.on('message', onMessage);
    this.#process.once('exit', onExit);
    try {
      if (!this.#alive) throw this.#died();
      // A channel that is closed already means an end that is about to be told.
      this.#process.send({ id, ...work } satisfies WorkerRequest, () => {});
      return await answer.promise;
    } finally {
      this.#process.off('message', onMessage);
      this.#process.off('exit', onExit);
    }
  }

  /** While held, the child keeps this process alive. */
  hold(held: boolean): void {
    if (held) {
      this.#process.ref();
      this.#process.channel?.ref();
    } else {
      this.#process.unref();
      this.#process.channel?.unref();
    }
  }

  async stop(): Promise<void> {
    if (!this.#alive) return;
    this.hold(true); // else this process may end before it has seen the child's end
    this.#process.kill('SIGKILL');
    await this.exited;
  }

  #died(cause?: unknown): Error {
    const at = this.#at === undefined ? '' : ` at template '${this.#at.template}' of job '${this.#at.job}'`;
    const { exitCode, signalCode } = this.#process;
    const how = signalCode ?? (exitCode === null ? 'not started' : `status ${exitCode}`);
    return fail('RendererDied', `the template renderer ended (${how})${at}`, { cause, details: { stderr: this.#errorTail } });
  }
}

function endedRuby({ job, template }: { job: string; template: string }): RenderError {
  return { job, template, message: 'the template ended the renderer (exit!, or a way out of Ruby)' };
}
