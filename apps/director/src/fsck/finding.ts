import type { FsckFinding } from '@bosh6/director-api';

/** Finds what is wrong with one thing. */
export type Findings = Iterable<FsckFinding>;

type Severity = FsckFinding['severity'];

/** What is wrong, with what to do about it. */
export function finding(
  severity: Severity,
  kind: string,
  object: string,
  problem: string,
  advice: string,
  deployment: string | null = null,
): FsckFinding {
  return { severity, kind, object, deployment, problem, advice };
}

/** Those that both looks saw: what was being made or deleted meanwhile is no finding. */
export function inBoth(before: readonly FsckFinding[], after: readonly FsckFinding[]): FsckFinding[] {
  const key = ({ kind, object }: FsckFinding): string => `${kind} ${object}`;
  const seen = new Set(before.map(key));
  return after.filter((one) => seen.has(key(one)));
}
