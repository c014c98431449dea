import { programFindings } from '@bosh6/lab/machine';
import { median } from './interleaved.js';
import { runPackaging } from './packaging-run.js';
import { deleteStateDirectory, makeStateDirectory, runWalkthrough } from './walkthrough-run.js';

export interface Rounds {
  /** Seconds, medians. */
  packaging: number;
  total: number;
  cached: number;
}

const rounds = 3;
let measured: Promise<Rounds> | undefined;

/** What this machine lacks for the walkthrough. */
export function missing(): string | undefined {
  const lacking = programFindings().filter(({ state }) => state === 'fail');
  return lacking.length === 0 ? undefined : `this machine lacks something: ${lacking.map(({ says }) => says).join('; ')}`;
}

/** Packaging script, walkthrough on nothing, walkthrough again on its state: in turns, measured once a process. */
export function walkthroughRounds(): Promise<Rounds> {
  measured ??= measure();
  return measured;
}

async function measure(): Promise<Rounds> {
  const seen: Record<keyof Rounds, number[]> = { packaging: [], total: [], cached: [] };
  for (let round = 0; round < rounds; round++) {
    const state = makeStateDirectory();
    try {
      seen.packaging.push(await runPackaging());
      seen.total.push(await runWalkthrough(state));
      seen.cached.push(await runWalkthrough(state));
    } finally {
      deleteStateDirectory(state);
    }
  }
  return { packaging: median(seen.packaging), total: median(seen.total), cached: median(seen.cached) };
}
