import * as Flags from '@oclif/core/flags';
import type { InferredFlags } from '@oclif/core/interfaces';
import { amountFlag } from './amount-flag.js';
import { timeFlag } from './time-flag.js';
import { variableFlags } from './variable-flags.js';

/** What `deploy` and `plan` understand alike. */
export const deployFlags = {
  ...variableFlags,
  'no-redact': Flags.boolean({ description: 'Show values of properties' }),
  recreate: Flags.boolean({ description: 'Recreate all VMs' }),
  'recreate-persistent-disks': Flags.boolean({ description: 'Recreate all persistent disks' }),
  'recreate-vms-created-before': timeFlag('Recreate VMs created before this time (RFC 3339)'),
  fix: Flags.boolean({ description: 'Recreate instances whose agents do not answer' }),
  'skip-drain': Flags.string({
    helpValue: 'GROUP',
    multiple: true,
    multipleNonGreedy: true,
    description: 'Skip drain scripts, of all or of this GROUP',
  }),
  canaries: amountFlag("Override the manifest's canaries"),
  'max-in-flight': amountFlag("Override the manifest's max_in_flight"),
  'force-latest-variables': Flags.boolean({ description: 'Read all variables again' }),
};

export type DeployFlags = Partial<InferredFlags<typeof deployFlags>>;
