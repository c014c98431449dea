import type { DeployQuery } from '@bosh6/director-api';
import { deployContext } from '../configs/deploy-context.js';
import type { UpdateDeploymentPayload } from '../deploy/payloads.js';
import { fail } from '../errors.js';
import { adminTeams } from '../permissions/permissions.js';
import type { Caller } from '../uaa/token-service.js';
import { isTrue } from './parse.js';
import type { Services } from './services.js';

/** A request to deploy, or to plan, as the engine takes it. Throws NotAvailableYet, ContextConfigsUnknown, and what the caller may not. */
export async function deployPayload(
  services: Services,
  name: string,
  manifestText: string,
  options: DeployQuery,
  caller: Caller,
): Promise<UpdateDeploymentPayload> {
  refuseUnavailable(options);
  const teams = await teamsFor(services, name, caller);
  const context = await deployContext(services.store.read, options.context, teams);
  return {
    deployment: name,
    manifestText,
    ...(isTrue(options.recreate) ? { recreate: true } : {}),
    ...(isTrue(options.fix) ? { fix: true } : {}),
    ...(isTrue(options.force_latest_variables) ? { forceLatestVariables: true } : {}),
    ...(options.skip_drain === undefined ? {} : { skipDrain: options.skip_drain === '*' ? '*' : options.skip_drain.split(',') }),
    ...(options.canaries === undefined ? {} : { canaries: options.canaries }),
    ...(options.max_in_flight === undefined ? {} : { maxInFlight: options.max_in_flight }),
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

/** What a deploy would have to do differently and cannot yet: refused, since a deploy without it does something else than was asked. */
function refuseUnavailable(options: DeployQuery): void {
  const asked = {
    recreate_persistent_disks: isTrue(options.recreate_persistent_disks),
    recreate_vms_created_before: (options.recreate_vms_created_before ?? '') !== '',
  };
  const names = Object.entries(asked).flatMap(([name, given]) => (given ? [name] : []));
  if (names.length === 0) return;
  throw fail('NotAvailableYet', `a deploy with ${names.join(', ')} is not available yet`, {
    where: { document: 'request', pointer: `/${names[0]}` },
    hint: 'deploy without it',
  });
}
