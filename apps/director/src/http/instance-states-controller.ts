import { Body, Controller, Param, Post, Put, Query } from '@nestjs/common';
import type { UpdateDeploymentPayload, UpdateInstancePayload } from '../deploy/payloads.js';
import { findDeployment, findInstance } from '../deployments/find-deployment.js';
import { fail } from '../errors.js';
import { amount } from './amount.js';
import { createdBefore } from './created-before.js';
import { Accepts, ContextId, Needs, StartsTask } from './decorators.js';
import { Origin, type TaskOrigin } from './origin.js';
import { isTrue } from './parse.js';
import { Services } from './services.js';

type Texts = Record<string, string | undefined>;

const actions: readonly string[] = ['start', 'stop', 'restart', 'recreate'];
const isAction = (text: string): text is UpdateInstancePayload['action'] => actions.includes(text);

/** Starts and stops instances: by a deploy of what was deployed last, or on one instance alone (director-api reference 4.3.6, 4.3.7). */
@Controller('deployments/:name')
@Needs('deployment:admin')
export class InstanceStatesController {
  constructor(private readonly services: Services) {}

  /** An invalid state fails in the task, as in BOSH. A manifest in the body takes the place of the deployed one, with the newest configs. */
  @Put(['jobs/:group', 'jobs/:group/:id'])
  @Accepts('yaml')
  @StartsTask()
  async change(
    @Param() { name, group, id }: { name: string; group: string; id?: string },
    @Query() query: Texts,
    @Body() body: string | undefined,
    @Origin() origin: TaskOrigin,
    @ContextId() contextId: string,
  ): Promise<number> {
    const { read } = this.services.store;
    const deployment = await findDeployment(read, name);
    if (id !== undefined) await findInstance(read, name, group, id);
    const own = typeof body !== 'string' || body.trim() === '';
    const manifestText = own ? deployment.manifestText : body;
    if (manifestText === null) throw fail('ManifestInvalid', `deployment '${name}' has no manifest yet`, { hint: 'deploy it first' });
    const { state, canaries, max_in_flight: maxInFlight } = query;
    const asked = { isRecreate: state === 'recreate', by: 'state=recreate' };
    const before = createdBefore(query.recreate_vms_created_before, asked);
    const dryRun = isTrue(query.dry_run);
    const payload: UpdateDeploymentPayload = {
      deployment: name,
      manifestText,
      ...(own ? { stored: true, cloudConfigIds: deployment.cloudConfigIds, runtimeConfigIds: deployment.runtimeConfigIds } : {}),
      ...(state === undefined ? {} : { stateChange: { group, state, ...(id === undefined ? {} : { id }) } }),
      ...(before === undefined ? {} : { recreateCreatedBefore: before }),
      ...(isTrue(query.skip_drain) ? { skipDrain: group === '*' ? '*' : [group] } : {}),
      ...(isTrue(query.fix) ? { fix: true } : {}),
      ...(dryRun ? { dryRun } : {}),
      ...(canaries === undefined || id !== undefined ? {} : { canaries: amount('canaries', canaries) }),
      ...(maxInFlight === undefined || id !== undefined ? {} : { maxInFlight: amount('max_in_flight', maxInFlight) }),
    };
    const description = `create deployment${dryRun ? ' (dry run)' : ''}`;
    return this.services.tasks.enqueue({ type: 'update_deployment', description, deployment: name, ...origin, contextId, payload });
  }

  @Post('instance_groups/:group/:id/actions/:action')
  @StartsTask()
  async act(
    @Param() { name, group, id, action }: { name: string; group: string; id: string; action: string },
    @Query() query: Texts,
    @Origin() origin: TaskOrigin,
    @ContextId() contextId: string,
  ): Promise<number> {
    const instance = await findInstance(this.services.store.read, name, group, id);
    if (!isAction(action)) throw fail('FieldValueInvalid', `an instance has no action '${action}'; it has ${actions.join(', ')}`);
    const payload: UpdateInstancePayload = {
      deployment: name,
      instanceId: instance.id,
      action,
      ...(action !== 'start' && isTrue(query.skip_drain) ? { skipDrain: true } : {}),
      ...(action === 'stop' && isTrue(query.hard) ? { hard: true } : {}),
      ...(action === 'recreate' && isTrue(query.ignore_unresponsive_agent) ? { fix: true } : {}),
    };
    const task = { type: 'update_instance', description: `${action} instance`, deployment: name, ...origin, contextId, payload };
    return this.services.tasks.enqueue(task);
  }
}
