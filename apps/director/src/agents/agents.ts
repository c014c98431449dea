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
    const { promise: answer, resolve, reject } = Promise.withResolvers<Uint8Array>();
    const stop = (): void => reject(scope.signal?.reason);
    const late = this.world.after(timeoutMs, () =>
      reject(fail('AgentTimeout', `agent ${id} did not answer '${method}' within ${timeoutMs / 1000} s`)),
    );
    this.#waiting.set(requestId, resolve);
    scope.signal?.addEventListener('abort', stop);
    try {
      const message = { protocol: protocolVersion, method, arguments: args, reply_to: replySubject(this.#process, id, requestId) };
      this.#bus.publish(agentSubject(id), encodeMessage(message));
      return decodeResponse(await answer);
    } finally {
      this.#waiting.delete(requestId);
      late.cancel();
      scope.signal?.removeEventListener('abort', stop);
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
