import { agentSubject, decodeRequest, encodeMessage } from '@bosh6/agent-protocol';
import { Secret } from '@bosh6/base';
import { type Bus, connectBus } from '@bosh6/bus';
import type { NewAgent } from './messages.js';

export interface AskedOf {
  readonly method: string;
  readonly arguments: readonly unknown[];
}

/** What ends at once; `get_task` asks for the rest by their names. */
const results: Record<string, unknown> = {
  ping: 'pong',
  start: 'started',
  get_state: { agent_id: 'agent', job_state: 'running', processes: [], listeners: [] },
  sync_dns_with_signed_url: 'synced',
};
const taskResults: Record<string, unknown> = { upload_blob: 'uploaded', apply: 'applied', run_script: {} };

/** Agents that do nothing, and say at once that it is done; each on a connection of its own. */
export class SimulatedAgents {
  /** What each was asked, in order; `get_task` too. */
  readonly asked = new Map<string, AskedOf[]>();
  readonly #buses: Promise<Bus>[] = [];

  create({ agentId, servers, cert }: NewAgent): void {
    const asked: AskedOf[] = [];
    this.asked.set(agentId, asked);
    const tls = { ca: cert.ca, certificate: cert.certificate, privateKey: new Secret(cert.private_key) };
    this.#buses.push(
      connectBus({ servers, tls, name: agentId }).then((bus) => {
        bus.subscribe(agentSubject(agentId), ({ body }) => {
          const request = decodeRequest(body);
          if (request === undefined) return;
          const call = { method: request.method, arguments: request.arguments ?? [] };
          asked.push(call);
          bus.publish(request.reply_to, encodeMessage({ value: answer(call) }));
        });
        return bus;
      }),
    );
  }

  /** Without waiting for those that are still looking for a bus that is gone. */
  close(): void {
    for (const bus of this.#buses.splice(0))
      void bus.then(
        (open) => open.close(),
        () => undefined,
      );
  }
}

function answer({ method, arguments: [of] }: AskedOf): unknown {
  if (method === 'get_task') return taskResults[String(of)];
  return results[method] ?? { agent_task_id: method, state: 'running' };
}
