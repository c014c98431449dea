import * as Flags from '@oclif/core/flags';
import type { InferredFlags } from '@oclif/core/interfaces';
import { amountFlag } from './amount-flag.js';

/** Of `start`, `stop`, `restart` and `recreate` (as bosh-cli). */
export const stateFlags = {
  canaries: amountFlag("Override the manifest's canaries"),
  'max-in-flight': amountFlag("Override the manifest's max_in_flight"),
  converge: Flags.boolean({ description: 'Deploy what was deployed last, with the new state (what happens when neither is given)' }),
  'no-converge': Flags.boolean({ description: 'Act on this one instance, and on nothing else' }),
};

export const skipDrainFlag = { 'skip-drain': Flags.boolean({ description: 'Do not run drain scripts' }) };

export type StateFlags = Partial<InferredFlags<typeof stateFlags>>;
