import type { ConfigRow } from '../persistence/rows/index.js';

/** Whether a config counts for what belongs to these teams: everybody's does, a team's for that team alone. */
export function isSeenBy({ team }: Pick<ConfigRow, 'team'>, teams: readonly string[]): boolean {
  return team === null || teams.includes(team);
}

/** The teams of a config, as permissions ask for them. */
export function teamsOf(row: Pick<ConfigRow, 'team'> | undefined): string[] {
  return row?.team == null ? [] : [row.team];
}
