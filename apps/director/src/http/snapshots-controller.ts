import type { Snapshot } from '@bosh6/director-api';
import { Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { findDeployment, findInstance } from '../deployments/find-deployment.js';
import { fail } from '../errors.js';
import type { DeleteSnapshotsPayload, TakeSnapshotsPayload } from '../snapshots/payloads.js';
import { snapshotsOf } from '../snapshots/snapshots-of.js';
import { Needs, StartsTask } from './decorators.js';
import { Origin, type TaskOrigin } from './origin.js';
import { rubyTime } from './parse.js';
import { Services } from './services.js';

interface Where {
  readonly name: string;
  readonly group: string;
  readonly id: string;
}

/** Snapshots of persistent disks (director-api reference 4.3.9). */
@Controller('deployments/:name')
@Needs('deployment:admin')
export class SnapshotsController {
  constructor(private readonly services: Services) {}

  @Get('snapshots')
  list(@Param('name') name: string): Promise<Snapshot[]> {
    return this.#list(name, () => true);
  }

  @Get('jobs/:group/:id/snapshots')
  async listOf(@Param() { name, group, id }: Where): Promise<Snapshot[]> {
    const { id: own } = await findInstance(this.services.store.read, name, group, id);
    return this.#list(name, (instanceId) => instanceId === own);
  }

  @Post('snapshots')
  @StartsTask()
  async take(@Param('name') name: string, @Origin() origin: TaskOrigin): Promise<number> {
    await findDeployment(this.services.store.read, name);
    const payload: TakeSnapshotsPayload = { deployment: name };
    return this.services.tasks.enqueue({
      type: 'snapshot_deployment',
      description: 'snapshot deployment',
      deployment: name,
      ...origin,
      payload,
    });
  }

  @Post('jobs/:group/:id/snapshots')
  @StartsTask()
  async takeOf(@Param() { name, group, id }: Where, @Origin() origin: TaskOrigin): Promise<number> {
    const instance = await findInstance(this.services.store.read, name, group, id);
    const payload: TakeSnapshotsPayload = { deployment: name, instanceId: instance.id };
    return this.services.tasks.enqueue({ type: 'create_snapshot', description: 'create snapshot', deployment: name, ...origin, payload });
  }

  @Delete('snapshots')
  @StartsTask()
  async deleteAll(@Param('name') name: string, @Origin() origin: TaskOrigin): Promise<number> {
    await findDeployment(this.services.store.read, name);
    const payload: DeleteSnapshotsPayload = { deployment: name };
    const description = 'delete deployment snapshots';
    return this.services.tasks.enqueue({ type: 'delete_deployment_snapshots', description, deployment: name, ...origin, payload });
  }

  @Delete('snapshots/:cid')
  @StartsTask()
  async delete(@Param() { name, cid }: { name: string; cid: string }, @Origin() origin: TaskOrigin): Promise<number> {
    const { read } = this.services.store;
    const all = await snapshotsOf(read, (await findDeployment(read, name)).id);
    if (!all.some(({ snapshot }) => snapshot.cid === cid))
      throw fail('SnapshotNotFound', `no disk of deployment '${name}' has a snapshot '${cid}'`);
    const payload: DeleteSnapshotsPayload = { deployment: name, cid };
    return this.services.tasks.enqueue({ type: 'delete_snapshot', description: 'delete snapshot', deployment: name, ...origin, payload });
  }

  async #list(name: string, isMeant: (instanceId: number) => boolean): Promise<Snapshot[]> {
    const { read } = this.services.store;
    const all = await snapshotsOf(read, (await findDeployment(read, name)).id);
    return all
      .filter(({ instance }) => isMeant(instance.id))
      .map(({ instance: { group, index, uuid }, snapshot: { cid, createdAt, clean } }) => ({
        job: group,
        index,
        uuid,
        snapshot_cid: cid,
        created_at: rubyTime(createdAt),
        clean,
      }));
  }
}
