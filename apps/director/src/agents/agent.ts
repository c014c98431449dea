import { type AgentArguments, type AgentMethod, type AgentResult, type AgentTask, agentMethods, isAgentTask } from '@bosh6/agent-protocol';
import { CodedError, reworded } from '@bosh6/base';
import type { Agents, CallScope } from './agents.js';
import { fail } from './errors.js';

const rpcTimeoutMs = 45_000;
const restartHint = 'its agent was restarted meanwhile, which ended what it was doing; run the command again';
const scriptHint = 'look at what its scripts printed with the `logs` command, correct the manifest or release, and run the command again';
/** Methods that the original asks again after silence (agent protocol 3.7). */
const retries: Partial<Record<AgentMethod, number>> = { get_state: 2, get_task: 4, upload_blob: 3 };

export interface CallOptions {
  /** Of one request, not of a whole agent task. 45 s unless said. */
  timeoutMs?: number;
  retries?: number;
  /** Of a whole agent task; endless unless said. */
  totalMs?: number;
}

/** One VM's agent, as the Director talks to it. */
export class Agent {
  readonly id: string;
  readonly #agents: Agents;
  readonly #scope: CallScope;

  constructor(id: string, agents: Agents, scope: CallScope) {
    this.id = id;
    this.#agents = agents;
    this.#scope = scope;
  }

  /** Calls a method and waits for its result, also through an agent task. Throws AgentFailed, AgentMethodUnknown, AgentTimeout. */
  call<M extends AgentMethod>(method: M, args: AgentArguments<M>, options: CallOptions = {}): Promise<AgentResult<M>> {
    return this.#call(method, args, options).catch((error) => this.#rethrow(error));
  }

  async #call<M extends AgentMethod>(method: M, args: AgentArguments<M>, options: CallOptions): Promise<AgentResult<M>> {
    const started = this.#agents.world.monotonic();
    this.#scope.debug?.(`agent ${this.id}: ${method}`);
    const answer = await this.#once(method, args as readonly unknown[], options);
    const result = isAgentTask(answer) ? await this.#finish(method, answer, options) : answer;
    this.#scope.debug?.(`agent ${this.id}: ${method} answered after ${Math.round(this.#agents.world.monotonic() - started)} ms`);
    const parsed = agentMethods[method].result.safeParse(result);
    if (!parsed.success) throw fail('AgentAnswerInvalid', `agent ${this.id} answered '${method}' with something that is not its result`);
    return parsed.data as AgentResult<M>;
  }

  /** As `call`, but undefined where an older agent does not know the method. */
  async callIfKnown<M extends AgentMethod>(
    method: M,
    args: AgentArguments<M>,
    options: CallOptions = {},
  ): Promise<AgentResult<M> | undefined> {
    try {
      return await this.call(method, args, options);
    } catch (error) {
      if (CodedError.is(error, 'AgentMethodUnknown')) return undefined;
      throw error;
    }
  }

  /**
   * As `call` for a method that may be asked twice: a lost question costs a second, not the whole wait (an agent that is just coming back to the
   * bus hears nothing). Gives up after about `totalMs`.
   */
  async askRepeatedly<M extends AgentMethod>(method: M, args: AgentArguments<M>, totalMs: number): Promise<AgentResult<M>> {
    let left = totalMs;
    for (let timeoutMs = 1000; ; timeoutMs *= 2) {
      left -= timeoutMs;
      try {
        return await this.#call(method, args, { timeoutMs: Math.max(timeoutMs, 1), retries: 0 });
      } catch (error) {
        if (!CodedError.is(error, 'AgentTimeout') || left <= 0) return this.#rethrow(error);
      }
    }
  }

  /** True once the agent answers a ping; false when it did not within `totalMs`. Asks quickly at first, then less often. */
  async waitUntilReady(totalMs: number): Promise<boolean> {
    const { world } = this.#agents;
    const end = world.monotonic() + totalMs;
    for (let pause = 50; world.monotonic() < end; pause = Math.min(pause * 1.5, 1000)) {
      try {
        await this.#once('ping', [], { timeoutMs: Math.max(pause, 20), retries: 0 });
        return true;
      } catch (error) {
        if (!CodedError.is(error, 'AgentTimeout') && !CodedError.is(error, 'AgentFailed')) throw error;
        if (CodedError.is(error, 'AgentFailed')) await world.sleep(pause, this.#scope.signal);
      }
    }
    return false;
  }

  async #finish(method: AgentMethod, task: AgentTask, options: CallOptions): Promise<unknown> {
    const { world } = this.#agents;
    const started = world.monotonic();
    try {
      for (;;) {
        const elapsed = world.monotonic() - started;
        if (options.totalMs !== undefined && elapsed > options.totalMs) {
          throw fail('AgentTimeout', `agent ${this.id} did not finish '${method}' within ${options.totalMs / 1000} s`);
        }
        await world.sleep(Math.min(Math.max(elapsed / 20, 10), 250), this.#scope.signal);
        const state = await this.#once('get_task', [task.agent_task_id], options, method);
        if (!isAgentTask(state)) return state;
      }
    } catch (error) {
      if (this.#scope.signal?.aborted) this.#cancel(task);
      throw error;
    }
  }

  /** Silence is told of by whose it is. */
  async #rethrow(error: unknown): Promise<never> {
    if (!CodedError.is(error, 'AgentTimeout')) throw error;
    const title = await this.#scope.title?.();
    throw title === undefined ? error : reworded(error, `${title}: ${error.message}`);
  }

  /** Told, not asked: the answer does not matter. */
  #cancel(task: AgentTask): void {
    this.#agents.request(this.id, 'cancel_task', [task.agent_task_id], 1000, {}).catch(() => undefined);
  }

  /** `about` is what an error speaks of: the method whose task is asked for. */
  async #once(method: AgentMethod, args: readonly unknown[], options: CallOptions, about = method): Promise<unknown> {
    const tries = 1 + (options.retries ?? retries[method] ?? 0);
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await this.#agents.request(this.id, method, args, options.timeoutMs ?? rpcTimeoutMs, this.#scope);
        if (!('exception' in answer)) return answer.value;
        const { message, code, details } = answer.exception;
        // The protocol tells an unknown method only by this text.
        if (message.startsWith('unknown message')) throw fail('AgentMethodUnknown', `agent ${this.id} does not know '${method}'`);
        const place = (await this.#scope.title?.()) ?? 'the VM';
        throw fail('AgentFailed', `'${about}' failed in ${place}: ${withoutPrefix(message)}`, {
          details: { ...details, agentCode: code },
          ...hintFor(message),
        });
      } catch (error) {
        if (!CodedError.is(error, 'AgentTimeout') || attempt >= tries || this.#agents.isAway(this.id)) throw error;
      }
    }
  }
}

function hintFor(message: string): { hint?: string } {
  if (isTaskUnknown(message)) return { hint: restartHint };
  // So both agents say it of a job's pre-start, post-deploy and the like, whose output stays in the VM.
  return / scripts failed\. Failed Jobs: /.test(message) ? { hint: scriptHint } : {};
}

/** The protocol tells a task that the agent does not know, or no longer, only by this text (agent protocol 3.5). */
function isTaskUnknown(message: string): boolean {
  return /^Action Failed get_task: Task with id \S+ could not be found$/.test(message);
}

/** An agent's text without the protocol's own words in front (agent protocol 3.5). */
function withoutPrefix(message: string): string {
  return message.replace(/^Action Failed get_task: Task \S+ result: /, '').replace(/^Action Failed \w+: /, '');
}
