import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import { fail } from './errors.js';
import type { TemplateOutput } from './ruby-frames.js';
import type { RenderError } from './types.js';
import { begunFd, type WorkerMessage, type WorkerRequest, type WorkerTemplate } from './worker-protocol.js';

const tailLength = 2000;

/** Outputs in the order of the templates; or why a template ended Ruby. */
export type ChildAnswer = { readonly outputs: readonly TemplateOutput[] } | { readonly ended: RenderError };

interface Asked {
  readonly templates: readonly WorkerTemplate[];
  readonly onTurn: () => void;
  readonly answer: PromiseWithResolvers<ChildAnswer | undefined>;
}

/** One child process with Ruby in it. */
export class RubyChild {
  readonly #process: ChildProcess;
  readonly ready: Promise<void>;
  readonly exited: Promise<void>;
  memoryBytes = 0;
  /** A template ended Ruby. */
  broken = false;
  #errorTail = '';
  /** What is not answered yet, in order; the child is at the first, and has begun so many of its templates. */
  #asked: Asked[] = [];
  #begun = 0;
  #alive = true;
  #stopped = false;

  constructor() {
    const entry = createRequire(import.meta.url).resolve('@bosh6/templates/worker');
    // Templates are code of others: nothing of this process's environment, options or terminal goes along.
    this.#process = fork(entry, [], {
      env: {},
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
    });
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#errorTail = (this.#errorTail + text).slice(-tailLength);
    });
    this.#process.stdio[begunFd]?.on('data', (ticks: Buffer) => {
      this.#begun += ticks.length;
    });
    const ready = Promise.withResolvers<void>();
    const exited = Promise.withResolvers<void>();
    this.#process.on('message', (message: WorkerMessage) => {
      if (message.kind === 'ready') ready.resolve();
      else this.#answered(message);
    });
    this.#process.on('error', (cause) => ready.reject(this.#died(cause)));
    this.#process.once('exit', () => {
      this.#alive = false;
    });
    // Comes after all that it had said.
    this.#process.once('close', () => {
      ready.reject(this.#died());
      if (!this.#stopped) this.#asked[0]?.answer.reject(this.#died());
      this.#lose();
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
    const begun = this.#asked[0]?.templates[this.#begun - 1];
    return begun && { job: begun.job, template: begun.source };
  }

  /**
   * Renders, once all that was asked before is answered; `onTurn` says when that is. The child is gone afterwards when a template ended Ruby. Rejects with
   * RendererDied when the child ends by itself; undefined when it ended for another's sake, so that nothing is known of this.
   */
  async render(work: WorkerRequest, onTurn: () => void): Promise<ChildAnswer | undefined> {
    await this.ready.catch((error) => {
      if (!this.#stopped) throw error;
    });
    if (this.broken || this.#stopped) return undefined;
    if (!this.#alive) throw this.#died();
    const asked = { templates: work.templates, onTurn, answer: Promise.withResolvers<ChildAnswer | undefined>() };
    if (this.#asked.push(asked) === 1) onTurn();
    // A channel that is closed already means an end that is about to be told.
    this.#process.send(work, () => {});
    return asked.answer.promise;
  }

  #answered(message: Exclude<WorkerMessage, { kind: 'ready' }>): void {
    const first = this.#asked.shift();
    if (first === undefined) return;
    if (message.kind === 'broken') {
      this.broken = true;
      first.answer.resolve({ ended: endedRuby(message) });
      this.#lose();
      return;
    }
    this.memoryBytes = message.memoryBytes;
    // Below zero when what it said of them is still on its way.
    this.#begun -= first.templates.length;
    first.answer.resolve({ outputs: message.outputs });
    this.#asked[0]?.onTurn();
  }

  #lose(): void {
    for (const { answer } of this.#asked.splice(0)) answer.resolve(undefined);
  }

  /** While held, the child keeps this process alive. */
  hold(held: boolean): void {
    const { channel, stdio } = this.#process;
    for (const each of [this.#process, channel, ...(stdio as (Socket | null)[])]) held ? each?.ref() : each?.unref();
  }

  async stop(): Promise<void> {
    if (!this.#alive) return;
    this.#stopped = true;
    this.hold(true); // else this process may end before it has seen the child's end
    this.#process.kill('SIGKILL');
    await this.exited;
  }

  #died(cause?: unknown): Error {
    const at = this.at === undefined ? '' : ` at template '${this.at.template}' of job '${this.at.job}'`;
    const { exitCode, signalCode } = this.#process;
    const how = signalCode ?? (exitCode === null ? 'not started' : `status ${exitCode}`);
    return fail('RendererDied', `the template renderer ended (${how})${at}`, { cause, details: { stderr: this.#errorTail } });
  }
}

function endedRuby({ job, template }: { job: string; template: string }): RenderError {
  return { job, template, message: 'the template ended the renderer (exit!, or a way out of Ruby)' };
}
