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
import type { Bus, BusSubscription } from '@bosh6/bus';
import { Agent } from './agent.js';
import { fail } from './errors.js';

export interface CallScope {
  /** Ends waiting early. */
  signal?: AbortSignal;
  /** A line for the task's debug log. */
  debug?: (line: string) => void;
}

/** Requests to agents over the bus, and their answers told apart (agent protocol 3.4, 3.5). One for the whole process. */
export class Agents {
  readonly world: World;
  readonly #bus: Bus;
  readonly #process: string;
  readonly #waiting = new Map<string, (body: Uint8Array) => void>();
  #subscription: BusSubscription | undefined;

  constructor(bus: Bus, world: World) {
    this.#bus = bus;
    this.world = world;
    this.#process = world.uuid();
  }

  agent(id: string, scope: CallScope = {}): Agent {
    return new Agent(id, this, scope);
  }

  /** Sends one request and waits for its answer. Throws AgentTimeout after `timeoutMs`, or the signal's reason. */
  async request(id: string, method: string, args: readonly unknown[], timeoutMs: number, scope: CallScope): Promise<AgentResponse> {
    this.#listen();
    scope.signal?.throwIfAborted();
    const requestId = this.world.uuid();
    const stop = new AbortController();
    const signal = scope.signal === undefined ? stop.signal : AbortSignal.any([stop.signal, scope.signal]);
    try {
      const answered = new Promise<Uint8Array>((resolve) => this.#waiting.set(requestId, resolve));
      const message = { protocol: protocolVersion, method, arguments: args, reply_to: replySubject(this.#process, id, requestId) };
      this.#bus.publish(agentSubject(id), encodeMessage(message));
      const body = await Promise.race([answered, this.world.sleep(timeoutMs, signal)]);
      if (body === undefined) throw fail('AgentTimeout', `agent ${id} did not answer '${method}' within ${timeoutMs / 1000} s`);
      return decodeResponse(body);
    } finally {
      this.#waiting.delete(requestId);
      stop.abort();
    }
  }

  close(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = undefined;
  }

  #listen(): void {
    this.#subscription ??= this.#bus.subscribe(directorSubjects(this.#process), ({ subject, body }) => {
      this.#waiting.get(subject.slice(subject.lastIndexOf('.') + 1))?.(body);
    });
  }
}
