/** How a command line fails, if it does. */
export interface Failing {
  /** The exit code of bosh6, which tells kinds of failure apart; the stock CLI's is 1. */
  readonly fails?: number;
  /** What bosh6 names as the cause, where the stock CLI has other words for the same. */
  readonly says?: string;
}

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  /** Of a failure. */
  readonly cause?: string;
}

/** How bosh6 must end where the stock CLI ended so. Throws where the stock CLI did not end as the line says. */
export function endOf({ code, cause }: Ended, { fails = 0, says }: Failing): Ended {
  if (code !== Math.sign(fails)) throw new Error(`the stock CLI ended with ${code}, bosh6 is to end with ${fails}`);
  if (says !== undefined && says === cause) throw new Error(`both say ${says}: leave \`says\` out`);
  return { code: fails, ...(fails === 0 ? {} : { cause: says ?? cause ?? '' }) };
}

/** How a command ended, and what else was seen of it. */
export function splitEnd<S extends Ended>({ code, cause, ...seen }: S): { end: Ended; seen: Omit<S, keyof Ended> } {
  return { end: { code, ...(cause === undefined ? {} : { cause }) }, seen };
}
