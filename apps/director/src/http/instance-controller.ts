import { type InstanceState, ignorePutSchema } from '@bosh6/director-api';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { findDeployment, findInstance } from '../deployments/find-deployment.js';
import { Accepts, Needs } from './decorators.js';
import { parse } from './parse.js';
import { PlainAnswer } from './plain-answer.js';
import { Services } from './services.js';

interface Where {
  readonly name: string;
  readonly group: string;
  readonly id: string;
}

/** One instance, by index or UUID. */
@Controller('deployments/:name')
@Needs('deployment:admin')
export class InstanceController {
  constructor(private readonly services: Services) {}

  @Get('jobs/:group/:id')
  async show(@Param() { name, group, id }: Where): Promise<InstanceState> {
    const { read } = this.services.store;
    const instance = await findInstance(read, name, group, id);
    const disks = await read.disks.all({ instanceId: instance.id });
    const { index, uuid, state } = instance;
    return { deployment: name, job: group, index, id: uuid, state, disks: disks.map(({ cid }) => cid) };
  }

  @Put('instance_groups/:group/:id/ignore')
  @Accepts('json')
  async ignore(@Param() { name, group, id }: Where, @Body() body: unknown): Promise<void> {
    const { ignore } = parse(ignorePutSchema, body);
    const instance = await findInstance(this.services.store.read, name, group, id);
    await this.services.store.write((tx) => tx.instances.update({ id: instance.id }, { ignore }));
  }

  /** As in BOSH, this is said by a config now. */
  @Put('jobs/:group/:id/resurrection')
  async resurrection(@Param('name') name: string): Promise<never> {
    await findDeployment(this.services.store.read, name);
    throw new PlainAnswer(410, 'This endpoint has been removed: say it with a config of type resurrection, or ignore the instance');
  }
}
