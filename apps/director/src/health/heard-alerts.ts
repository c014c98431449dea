import { alertSchema } from '@bosh6/agent-protocol';
import type { World } from '@bosh6/base';
import type { HealthAlert } from './alert.js';
import type { Watched } from './watched-instances.js';

const duplicateMs = 30_000;

/** Alerts of agents, each once: an id that was heard in the last 30 s is a duplicate. */
export class HeardAlerts {
  readonly #ids = new Map<string, number>();

  constructor(private readonly world: Pick<World, 'monotonic'>) {}

  /** Undefined for what is no alert, or was heard before. */
  hear(agentId: string, message: unknown, about: Watched | undefined): HealthAlert | undefined {
    const heard = alertSchema.safeParse(message);
    if (!heard.success || heard.data.severity < 0) return undefined;
    const { id, severity, title, summary, created_at: createdAt } = heard.data;
    const now = this.world.monotonic();
    for (const [known, at] of this.#ids) if (now - at >= duplicateMs) this.#ids.delete(known);
    if (this.#ids.has(id)) return undefined;
    this.#ids.set(id, now);
    const of = about === undefined ? {} : { deployment: about.deployment, instance: `${about.group}/${about.uuid}` };
    return { id, severity, title, summary, source: `agent ${agentId}`, createdAt, ...of };
  }
}
