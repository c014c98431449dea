import { CodedError } from '@bosh6/base';
import { mediaTypes, routes } from '../routes.js';
import type { DeployOptions, Director } from './director.js';
import { fail } from './errors.js';
import { flag, withQuery } from './query.js';
import { readJson, readList, readTask } from './read-json.js';
import type { Session } from './session.js';

const yaml = { 'content-type': mediaTypes.yaml };

const unknown = () => fail('PlanUnknown', 'this Director does not tell beforehand what a deploy would do');

export function deploymentRoutes(session: Session, info: Director['info']): Director['deployments'] {
  const requirePlans = async (): Promise<void> => {
    if ((await info()).features?.plan?.status !== true) throw unknown();
  };
  return {
    requirePlans,
    list: async ({ excludeConfigs } = {}) =>
      readList(await session.call({ method: 'GET', path: withQuery(routes.deployments, { exclude_configs: flag(excludeConfigs) }) })),
    configs: async (names) => {
      // Brackets stay as they are (as bosh-cli).
      const query = names.map((name) => `deployment[]=${encodeURIComponent(name)}`).join('&');
      return readList(await session.call({ method: 'GET', path: `${routes.deploymentConfigs}?${query}` }));
    },
    variables: async (name) => readList(await session.call({ method: 'GET', path: routes.variables(name) })),
    async manifest(name) {
      const { manifest } = await readJson<{ manifest: string | null }>(
        await session.call({ method: 'GET', path: routes.deployment(name) }),
      );
      return manifest ?? undefined;
    },
    diff: async (name, manifest, { redact = true } = {}) =>
      readJson(
        await session.call({ method: 'POST', path: `${routes.deploymentDiff(name)}?redact=${redact}`, headers: yaml, body: manifest }),
      ),
    async deploy(manifest, options = {}) {
      if (options.plan !== undefined) await requirePlans();
      const path = withQuery(routes.deployments, deployQuery(options));
      return readTask(await session.call({ method: 'POST', path, headers: yaml, body: manifest }));
    },
    async plan(name, manifest, { redact = true, ...options } = {}) {
      const path = withQuery(routes.deploymentPlan(name), { ...deployQuery(options), redact });
      try {
        return await readJson(await session.call({ method: 'POST', path, headers: yaml, body: manifest }));
      } catch (error) {
        // What is not there for other reasons has a number.
        const isRouteMissing = CodedError.is(error, 'DirectorRefused') && error.number === undefined && error.details?.status === 404;
        throw isRouteMissing ? unknown() : error;
      }
    },
    delete: async (name, { force } = {}) =>
      readTask(await session.call({ method: 'DELETE', path: withQuery(routes.deployment(name), { force: flag(force) }) })),
    instances: async (name, { ip } = {}) =>
      readTask(await session.call({ method: 'GET', path: withQuery(routes.instances(name), { format: 'full', ip }) })),
    plainVms: async (name) => readList(await session.call({ method: 'GET', path: routes.vms(name) })),
    vms: async (name, { ip } = {}) =>
      readTask(await session.call({ method: 'GET', path: withQuery(routes.vms(name), { format: 'full', ip }) })),
    logs: async (name, { group = '*', id = '*', type, filters }) =>
      readTask(await session.call({ method: 'GET', path: withQuery(routes.logs(name, group, id), { type, filters }) })),
  };
}

function deployQuery(options: DeployOptions): Record<string, string | true | undefined> {
  return {
    recreate: flag(options.recreate),
    recreate_persistent_disks: flag(options.recreatePersistentDisks),
    recreate_vms_created_before: options.recreateVmsCreatedBefore,
    fix: flag(options.fix),
    dry_run: flag(options.dryRun),
    force_latest_variables: flag(options.forceLatestVariables),
    skip_drain: options.skipDrain,
    canaries: options.canaries,
    max_in_flight: options.maxInFlight,
    plan: options.plan,
    context: options.context === undefined ? undefined : JSON.stringify(options.context),
  };
}
