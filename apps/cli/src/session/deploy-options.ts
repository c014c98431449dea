import type { DeployOptions } from '@bosh6/director-api/client';
import type { DeployFlags } from '../command/deploy-flags.js';
import type { DeployConfigFlags } from './deploy-config-flags.js';

/** What the Director is told of the flags, and of those that its `deploy` configs switch on. */
export function deployOptions(flags: DeployFlags, common: DeployConfigFlags): DeployOptions {
  const on = (flag: keyof DeployConfigFlags & keyof DeployFlags): boolean => flags[flag] === true || common[flag] === true;
  const before = flags['recreate-vms-created-before'];
  const skipDrain = flags['skip-drain'];
  return {
    // `recreate` comes with the time, which alone means nothing (director-api reference 4.3.2).
    recreate: on('recreate') || before !== undefined,
    recreatePersistentDisks: on('recreate-persistent-disks'),
    fix: on('fix'),
    forceLatestVariables: flags['force-latest-variables'] === true,
    ...(before === undefined ? {} : { recreateVmsCreatedBefore: before }),
    ...(skipDrain === undefined ? {} : { skipDrain: skipDrain.includes('*') ? '*' : skipDrain.join(',') }),
    ...(flags.canaries === undefined ? {} : { canaries: flags.canaries }),
    ...(flags['max-in-flight'] === undefined ? {} : { maxInFlight: flags['max-in-flight'] }),
  };
}
