import { programFindings } from '@bosh6/lab/machine';
import type { Measurement } from './benchmark.js';
import { medianRatio } from './interleaved.js';
import { runPackaging } from './packaging-run.js';
import { deleteStateDirectory, makeStateDirectory, runWalkthrough } from './walkthrough-run.js';

/** Seconds, each with those of the packaging script around it. */
export interface Rounds {
  total: Measurement;
  cached: Measurement;
}

const rounds = 5;
let measured: Promise<Rounds> | undefined;

/** What this machine lacks for the walkthrough. */
export function missing(): string | undefined {
  const lacking = programFindings().filter(({ state }) => state === 'fail');
  return lacking.length === 0 ? undefined : `this machine lacks something: ${lacking.map(({ says }) => says).join('; ')}`;
}

/**
 * Walkthrough on nothing, walkthrough again on its state; packaging script before the first round and after each: measured once a process.
 * A round is compared with the scripts on both its sides, for the speed of a shared machine can change by half within a minute.
 */
export function walkthroughRounds(): Promise<Rounds> {
  measured ??= measure();
  return measured;
}

async function measure(): Promise<Rounds> {
  const total: Measurement[] = [];
  const cached: Measurement[] = [];
  let before = await runPackaging();
  for (let round = 0; round < rounds; round++) {
    const state = makeStateDirectory();
    try {
      const [first, again] = [await runWalkthrough(state), await runWalkthrough(state)];
      const after = await runPackaging();
      const peerValue = (before + after) / 2;
      total.push({ value: first, peerValue });
      cached.push({ value: again, peerValue });
      before = after;
    } finally {
      deleteStateDirectory(state);
    }
  }
  return { total: medianRatio(total), cached: medianRatio(cached) };
}
