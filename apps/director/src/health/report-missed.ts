import type { Collaborators } from '../core/collaborators.js';
import type { Absences } from './absences.js';
import type { HealthAlert } from './alert.js';
import { type Outcome, resurrect } from './resurrect.js';
import type { Watched } from './watched-instances.js';

export interface ReportNeeds {
  readonly needs: Pick<Collaborators, 'config' | 'world' | 'store' | 'tasks'>;
  readonly tell: (alert: HealthAlert) => void;
  readonly absences: Absences;
}

/**
 * Where one of a deployment's instances that are `missed` is due: tells of those that are, has all of them made anew, and tells whether that is done.
 * Who is doubtful counts for a meltdown too: of those that die at once some are found out first.
 */
export async function reportMissed(
  { needs, tell, absences }: ReportNeeds,
  deployment: string,
  { missed, all, isDoubtful }: { missed: readonly Watched[]; all: readonly Watched[]; isDoubtful: (one: Watched) => boolean },
): Promise<void> {
  const { world, config } = needs;
  const now = world.monotonic();
  const raise = (severity: number, title: string, summary: string, instance?: string): void =>
    tell({
      id: world.uuid(),
      severity,
      title,
      summary,
      source: 'health monitor',
      createdAt: Math.floor(world.now() / 1000),
      deployment,
      ...(instance === undefined ? {} : { instance }),
    });
  for (const one of missed) absences.miss(one, now);
  const due = missed.filter((one) => absences.isDue(one, now));
  if (due.length === 0) return;
  for (const one of due) {
    const { group, uuid } = one;
    const name = `${group}/${uuid}`;
    absences.tell(one, now);
    raise(2, titleFor(one), `instance ${name} of deployment ${deployment}`, name);
  }
  const since = now - config.healthMonitor.resurrector.timeThresholdSeconds * 1000;
  const down = all.filter((one) => absences.wasMissed(one, since) || isDoubtful(one)).length;
  const outcome = await resurrect(needs, deployment, missed, { down, all: all.length });
  const meant = outcome === 'meltdown' ? all.filter((one) => missed.includes(one) || isDoubtful(one)) : missed;
  const { severity, title, summary } = outcomes[outcome];
  raise(severity, title, summary(deployment, meant.map(({ group, uuid }) => `${group}/${uuid}`).join(', ')));
}

function titleFor({ vm, uuid, isHalfDone }: Watched): string {
  if (vm === undefined) return `${uuid} has no VM`;
  return isHalfDone ? `${uuid} has a new VM whose jobs were not started` : `${vm.agentId} has timed out`;
}

const stays = (deployment: string, names: string): string => `deployment ${deployment}: ${names} stay down`;
const outcomes: Record<Outcome, { severity: number; title: string; summary: (deployment: string, names: string) => string }> = {
  begun: { severity: 4, title: 'Scan unresponsive VMs', summary: (deployment, names) => `deployment ${deployment}: ${names}` },
  meltdown: {
    severity: 1,
    title: 'We are in meltdown',
    summary: (deployment, names) => `too much of deployment ${deployment} is down: ${names}`,
  },
  unclear: {
    severity: 1,
    title: 'Resurrection is off',
    summary: (deployment, names) => `${stays(deployment, names)} while a resurrection config cannot be understood`,
  },
  off: { severity: 1, title: 'Resurrection is off', summary: stays },
  'ruled out': { severity: 1, title: 'Resurrection is off', summary: stays },
};
