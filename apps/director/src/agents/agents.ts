import {
  type AgentResponse,
  agentSubject,
  decodeResponse,
  directorSubjects,
  encodeMessage,
  protocolVersion,
  replySubject,
} from '@bosh6/agent-protocol';
import type { World } from '@bosh6/base';
import { type Bus, type BusPresence, hasPresence } from '@bosh6/bus';
import { Agent } from './agent.js';
import { fail } from './errors.js';

export interface CallScope {
  /** Ends waiting early. */
  signal?: AbortSignal;
  /** A line for the task's debug log. */
  debug?: (line: string) => void;
  /** Whose VM it is, for errors; asked for only then. */
  title?: () => Promise<string | undefined>;
}

/** An agent that has come back answers what it still knows of within this time. */
const comebackMs = 3000;

interface Waiting {
  readonly agentId: string;
  answer(body: Uint8Array): void;
  /** The agent was away from the bus, or the bus from us: the question or its answer may be lost. */
  doubt(): void;
}

/** Requests to agents over the bus, and their answers told apart (agent protocol 3.4, 3.5). One for the whole process. */
export class Agents {
  readonly world: World;
  readonly #bus: Bus;
  readonly #process: string;
  readonly #waiting = new Map<string, Waiting>();

  readonly #presence: BusPresence | undefined;
  #stop: (() => void)[] = [];
  /** Where nothing tells when agents come: resolves once those that a broken bus had lost have had time to. */
  #returned: Promise<void> | undefined;

  /** `authority` tells, where it can, when an agent comes back. */
  constructor(bus: Bus, world: World, authority: object = {}) {
    this.#bus = bus;
    this.world = world;
    this.#process = world.uuid();
    this.#presence = hasPresence(authority) ? authority : undefined;
  }

  agent(id: string, scope: CallScope = {}): Agent {
    return new Agent(id, this, scope);
  }

  /**
   * Sends one request and waits for its answer. Throws AgentTimeout after `timeoutMs`, or 3 s after the agent or the bus came back without an answer;
   * or the signal's reason.
   */
  async request(id: string, method: string, args: readonly unknown[], timeoutMs: number, scope: CallScope): Promise<AgentResponse> {
    this.#listen();
    await this.#returned;
    scope.signal?.throwIfAborted();
    const requestId = this.world.uuid();
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    const stop = (): void => reject(scope.signal?.reason);
    const silent = (why: string) => (): void => reject(fail('AgentTimeout', `agent ${id} did not answer '${method}' ${why}`));
    const late = [this.world.after(timeoutMs, silent(`within ${timeoutMs / 1000} s`))];
    this.#waiting.set(requestId, {
      agentId: id,
      answer: resolve,
      doubt: () => void late.push(this.world.after(comebackMs, silent('and was away from the bus meanwhile'))),
    });
    scope.signal?.addEventListener('abort', stop);
    try {
      const message = { protocol: protocolVersion, method, arguments: args, reply_to: replySubject(this.#process, id, requestId) };
      this.#bus.publish(agentSubject(id), encodeMessage(message));
      return decodeResponse(await promise);
    } finally {
      this.#waiting.delete(requestId);
      for (const timer of late) timer.cancel();
      scope.signal?.removeEventListener('abort', stop);
    }
  }

  /** Whether it is known to have no connection to the bus: asking it again is of no use. */
  isAway(id: string): boolean {
    return this.#presence?.isPresent(id) === false;
  }

  close(): void {
    for (const stop of this.#stop.splice(0)) stop();
  }

  #listen(): void {
    if (this.#stop.length > 0) return;
    const answers = this.#bus.subscribe(directorSubjects(this.#process), ({ subject, body }) => {
      this.#waiting.get(subject.slice(subject.lastIndexOf('.') + 1))?.answer(body);
    });
    const status = this.#bus.onStatus((now) => {
      if (now !== 'connected') return;
      this.#returned = this.world.sleep(comebackMs);
      for (const waiting of this.#waiting.values()) waiting.doubt();
    });
    const presence = this.#presence?.onPresence(({ agentId, present }) => {
      if (!present) return;
      for (const waiting of this.#waiting.values()) if (waiting.agentId === agentId) waiting.doubt();
    });
    this.#stop = [() => answers.unsubscribe(), status, ...(presence === undefined ? [] : [presence])];
  }
}
