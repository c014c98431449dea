/** What somebody should know (bosh-agent 8). */
export interface HealthAlert {
  readonly id: string;
  /** 1 alert, 2 critical, 3 error, 4 warning. */
  readonly severity: number;
  readonly title: string;
  readonly summary: string;
  /** `HM plugin resurrector`, `director`, `web: nginx(<uuid>) [...]`. */
  readonly source: string;
  readonly deployment?: string;
  /** `<group>/<uuid>`. */
  readonly instance?: string;
  /** Seconds since 1970. */
  readonly createdAt: number;
}

/** Tells somebody; rejects when that failed. */
export type Hook = (alert: HealthAlert) => Promise<void>;

const names = ['', 'alert', 'critical', 'error', 'warning'];

export function severityName(severity: number): string {
  return names[severity] || 'ignored';
}
