import type { Layout } from '../layout.js';
import { readJson, writeJson } from '../state/json-file.js';

/** What the supervisor has decided, in monit/supervisor.json. */
export interface Decisions {
  /** Services that are to be up. */
  monitored: string[];
  /** Those that were given up. */
  failing: string[];
  /** In which cycles since 1970 a service was started again. */
  restarts: Record<string, number[]>;
}

/** Empty where nothing was kept; what is no decision is left out. */
export async function readDecisions(layout: Layout): Promise<Decisions> {
  const kept = (await readJson(layout.monit('supervisor.json'))) as Partial<Record<keyof Decisions, unknown>> | null | undefined;
  const names = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);
  const restarts = Object.entries((kept?.restarts as Record<string, unknown> | null | undefined) ?? {});
  return {
    monitored: names(kept?.monitored),
    failing: names(kept?.failing),
    restarts: Object.fromEntries(
      restarts.map(([name, cycles]) => [name, Array.isArray(cycles) ? cycles.filter(Number.isSafeInteger) : []]),
    ),
  };
}

export function keepDecisions(layout: Layout, decisions: Decisions): Promise<void> {
  return writeJson(layout.monit('supervisor.json'), decisions);
}
