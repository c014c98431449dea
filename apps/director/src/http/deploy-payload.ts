import type { DeployQuery } from '@bosh6/director-api';
import { deployContext } from '../configs/deploy-context.js';
import type { UpdateDeploymentPayload } from '../deploy/payloads.js';
import { adminTeams } from '../permissions/permissions.js';
import type { Caller } from '../uaa/token-service.js';
import { amount } from './amount.js';
import { createdBefore } from './created-before.js';
import { isTrue } from './parse.js';
import type { Services } from './services.js';

/** A request to deploy, or to plan, as the engine takes it. Throws 40005, ContextConfigsUnknown, and what the caller may not. */
export async function deployPayload(
  services: Services,
  name: string,
  manifestText: string,
  options: DeployQuery,
  caller: Caller,
): Promise<UpdateDeploymentPayload> {
  const recreate = isTrue(options.recreate);
  const before = createdBefore(options.recreate_vms_created_before, { isRecreate: recreate, by: 'recreate=true' });
  const teams = await teamsFor(services, name, caller);
  const context = await deployContext(services.store.read, options.context, teams);
  return {
    deployment: name,
    manifestText,
    ...(recreate ? { recreate } : {}),
    ...(before === undefined ? {} : { recreateCreatedBefore: before }),
    ...(isTrue(options.recreate_persistent_disks) ? { recreatePersistentDisks: true } : {}),
    ...(isTrue(options.fix) ? { fix: true } : {}),
    ...(isTrue(options.force_latest_variables) ? { forceLatestVariables: true } : {}),
    ...(options.skip_drain === undefined ? {} : { skipDrain: options.skip_drain === '*' ? '*' : options.skip_drain.split(',') }),
    ...(options.canaries === undefined ? {} : { canaries: amount('canaries', options.canaries) }),
    ...(options.max_in_flight === undefined ? {} : { maxInFlight: amount('max_in_flight', options.max_in_flight) }),
    ...(context === undefined ? {} : { cloudConfigIds: context.cloud_config_ids, runtimeConfigIds: context.runtime_config_ids }),
    ...(teams.length === 0 ? {} : { teams }),
    ...(services.permissions.allows(caller, 'admin') ? {} : { onlyTeams: true }),
  };
}

/** The deployment's teams, if the caller administers it; those that it gets from the caller when it is new. */
export async function teamsFor({ store, permissions }: Services, name: string, caller: Caller): Promise<string[]> {
  const known = await store.read.deployments.find({ name });
  if (known === undefined) return adminTeams(caller);
  permissions.require(caller, 'deployment:admin', known.teams);
  return known.teams;
}
