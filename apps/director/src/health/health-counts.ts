import type { Sightings } from './sightings.js';
import type { Watched } from './watched-instances.js';

/** Of one deployment, for metrics. */
export interface HealthCounts {
  unresponsive_agents: number;
  unhealthy_agents: number;
  total_available_agents: number;
  failing_instances: number;
  stopped_instances: number;
  unknown_instances: number;
}

/** By deployment, as the last heartbeats have it. */
export function healthCounts(watched: readonly Watched[], sightings: Sightings): Map<string, HealthCounts> {
  const groups = Map.groupBy(watched, ({ deployment }) => deployment);
  return new Map([...groups].map(([deployment, own]) => [deployment, countOf(own, sightings)]));
}

function countOf(own: readonly Watched[], sightings: Sightings): HealthCounts {
  const agents = own.flatMap(({ vm }) => vm?.agentId ?? []);
  const count = (matches: (agentId: string) => boolean): number => agents.filter(matches).length;
  const inState = (state: string): number => count((id) => sightings.last(id)?.job_state === state);
  return {
    unresponsive_agents: count((id) => sightings.isTimedOut(id)),
    unhealthy_agents: count((id) => sightings.last(id)?.job_state === 'running' && sightings.last(id)?.number_of_processes === 0),
    total_available_agents: agents.length,
    failing_instances: inState('failing'),
    stopped_instances: inState('stopped'),
    unknown_instances: count((id) => (sightings.last(id)?.job_state ?? 'unknown') === 'unknown'),
  };
}
