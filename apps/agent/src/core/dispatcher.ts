import { type AgentException, type AgentRequest, type AgentResponse, decodeRequest, encodeMessage } from '@bosh6/agent-protocol';
import { CodedError } from '@bosh6/base';
import { fail } from '../errors.js';
import { type Log, reason } from '../log.js';
import type { TaskQueue } from '../tasks/task-queue.js';
import type { Action } from './action.js';
import type { Idleness } from './idleness.js';
import type { PersistentTasks } from './persistent-tasks.js';

/** What the stock agent allows an answer to be. */
const maxResponse = 1024 * 1024;
const remembered = 64;
const never = new AbortController().signal;

export interface DispatcherNeeds {
  actions: ReadonlyMap<string, Action>;
  tasks: TaskQueue;
  persistent: PersistentTasks;
  log: Log;
  idleness: Idleness;
  reply(subject: string, body: Uint8Array): void;
}

/** Requests, one after another: a synchronous method is answered with its result, an asynchronous one becomes a task. */
export class Dispatcher {
  readonly #needs: DispatcherNeeds;
  #last: Promise<void> = Promise.resolve();
  /** A message may come twice while the connection moves. */
  readonly #seen = new Set<string>();

  constructor(needs: DispatcherNeeds) {
    this.#needs = needs;
  }

  /** What is no request gets no answer. */
  take(body: Uint8Array): void {
    const request = decodeRequest(body);
    if (request === undefined || this.#seen.has(request.reply_to)) return;
    this.#seen.add(request.reply_to);
    const [oldest] = this.#seen;
    if (this.#seen.size > remembered && oldest !== undefined) this.#seen.delete(oldest);
    this.#last = this.#last.then(() => this.#needs.idleness.during(async () => this.#answer(request, await this.#respond(request))));
  }

  /** Takes up the tasks of before a restart under their old ids. */
  async resume(): Promise<void> {
    for (const { id, method, args } of await this.#needs.persistent.all()) {
      const action = this.#needs.actions.get(method);
      if (action !== undefined) this.#enqueue(action, args, 3, id);
    }
  }

  async #respond(request: AgentRequest): Promise<AgentResponse> {
    const action = this.#needs.actions.get(request.method);
    const args = request.arguments ?? [];
    const protocol = request.protocol ?? 0;
    try {
      if (action === undefined) throw fail('UnknownMethod', `unknown message ${request.method}`);
      if (action.mode(protocol) === 'sync') return { value: await action.run(args, { protocol, signal: never }) };
      const id = this.#enqueue(action, args, protocol);
      if (action.persistent) await this.#needs.persistent.add(id, action.method, args);
      return { value: { agent_task_id: id, state: 'running' } };
    } catch (error) {
      const prefix = action === undefined ? '' : `Action Failed ${request.method}: `;
      this.#needs.log.warn('a request failed', { method: request.method, reason: reason(error) });
      return { exception: exceptionOf(error, prefix) };
    }
  }

  #enqueue(action: Action, args: readonly unknown[], protocol: number, before?: string): string {
    const work = (signal: AbortSignal): Promise<unknown> => this.#needs.idleness.during(() => run(signal));
    const run = async (signal: AbortSignal): Promise<unknown> => {
      this.#needs.log.info('a task begins', { method: action.method, task: id });
      try {
        return await action.run(args, { protocol, signal });
      } catch (error) {
        this.#needs.log.warn('a task failed', { method: action.method, task: id, reason: reason(error) });
        throw error;
      } finally {
        if (action.persistent) await this.#needs.persistent.remove(id);
      }
    };
    const id = this.#needs.tasks.add(work, {
      cancellable: action.cancellable,
      ...(before === undefined ? {} : { id: before }),
    }).agent_task_id;
    return id;
  }

  #answer(request: AgentRequest, response: AgentResponse): void {
    let body = encodeMessage(response);
    if (body.length > maxResponse) body = encodeMessage(shortened(response));
    try {
      this.#needs.reply(request.reply_to, body);
    } catch (error) {
      this.#needs.log.warn('an answer was not sent', { method: request.method, reason: reason(error) });
    }
  }
}

/** Ours says the code and details too; of a failed task, those of its cause. */
function exceptionOf(error: unknown, prefix: string): AgentException {
  const told = CodedError.is(error, 'TaskFailed') ? error.cause : error;
  const exception: AgentException = { message: `${prefix}${reason(error)}` };
  if (!CodedError.is(told)) return exception;
  const details = {
    ...told.details,
    ...(told.where === undefined ? {} : { where: told.where }),
    ...(told.hint === undefined ? {} : { hint: told.hint }),
  };
  return { ...exception, code: told.code, ...(Object.keys(details).length === 0 ? {} : { details }) };
}

function shortened(response: AgentResponse): AgentResponse {
  if (!('exception' in response)) return { exception: { message: 'Response exceeded maximum allowed length' } };
  const { message } = response.exception;
  const half = maxResponse / 8;
  return { exception: { message: `${message.slice(0, half)}\n...[truncated]...\n${message.slice(-half)}` } };
}
