import { alertSchema } from '@bosh6/agent-protocol';
import type { World } from '@bosh6/base';
import type { HealthAlert } from './alert.js';
import type { Watched } from './watched-instances.js';

const duplicateMs = 30_000;
/** Of one agent in that time: nobody reads more, and each is an event and a call of every hook. */
const most = 100;

/** Alerts of agents, each once: an id that the same agent used in the last 30 s is a duplicate. monit's ids are times, which two machines may share. */
export class HeardAlerts {
  readonly #ids = new Map<string, Map<string, number>>();

  constructor(private readonly world: Pick<World, 'monotonic'>) {}

  /** Undefined for what is no alert, was heard before, or is too much. */
  hear(agentId: string, message: unknown, about: Watched | undefined): HealthAlert | undefined {
    const heard = alertSchema.safeParse(message);
    if (!heard.success || heard.data.severity < 0) return undefined;
    const { id, severity, title, summary, created_at: createdAt } = heard.data;
    const now = this.world.monotonic();
    this.#forget(now);
    const ids = this.#ids.get(agentId) ?? new Map<string, number>();
    if (ids.has(id) || ids.size >= most) return undefined;
    this.#ids.set(agentId, ids.set(id, now));
    const of = about === undefined ? {} : { deployment: about.deployment, instance: `${about.group}/${about.uuid}` };
    return { id, severity, title, summary, source: `agent ${agentId}`, createdAt, ...of };
  }

  #forget(now: number): void {
    for (const [agentId, ids] of this.#ids) {
      for (const [id, at] of ids) if (now - at >= duplicateMs) ids.delete(id);
      if (ids.size === 0) this.#ids.delete(agentId);
    }
  }
}
