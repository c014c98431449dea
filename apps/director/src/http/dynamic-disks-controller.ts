import { type DynamicDisk, dynamicDiskAttachSchema, dynamicDiskPostSchema, dynamicDiskProvideSchema } from '@bosh6/director-api';
import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import type {
  AttachDynamicDiskPayload,
  CreateDynamicDiskPayload,
  DynamicDiskPayload,
  ProvideDynamicDiskPayload,
} from '../dynamic-disks/payloads.js';
import { listDynamicDisks } from '../listings/dynamic-disks.js';
import { Accepts, Needs, StartsTask } from './decorators.js';
import { Origin, type TaskOrigin } from './origin.js';
import { parseFields } from './parse-fields.js';
import { Services } from './services.js';

/** Named disks that no manifest speaks of (director-api reference 4.13). */
@Controller('dynamic_disks')
export class DynamicDisksController {
  constructor(private readonly services: Services) {}

  @Get()
  @Needs('list_dynamic_disks')
  list(): Promise<DynamicDisk[]> {
    return listDynamicDisks(this.services.store);
  }

  @Post()
  @Accepts('json')
  @Needs('create_dynamic_disks')
  @StartsTask()
  create(@Body() body: unknown, @Origin() origin: TaskOrigin): Promise<number> {
    const { deployment_name: deployment, az, ...disk } = parseFields(dynamicDiskPostSchema, body);
    const payload: CreateDynamicDiskPayload = { deployment, az, ...wanted(disk) };
    return this.services.tasks.enqueue({
      type: 'create_dynamic_disk',
      description: 'create dynamic disk',
      deployment,
      ...origin,
      payload,
    });
  }

  @Post('provide')
  @Accepts('json')
  @Needs('provide_dynamic_disks')
  @StartsTask()
  provide(@Body() body: unknown, @Origin() origin: TaskOrigin): Promise<number> {
    const { instance_id: instance, ...disk } = parseFields(dynamicDiskProvideSchema, body);
    const payload: ProvideDynamicDiskPayload = { instance, ...wanted(disk) };
    return this.services.tasks.enqueue({ type: 'provide_dynamic_disk', description: 'provide dynamic disk', ...origin, payload });
  }

  @Post(':disk/attach')
  @Accepts('json')
  @Needs('attach_dynamic_disks')
  @StartsTask()
  attach(@Param('disk') name: string, @Body() body: unknown, @Origin() origin: TaskOrigin): Promise<number> {
    const { instance_id: instance, metadata } = parseFields(dynamicDiskAttachSchema, body);
    const payload: AttachDynamicDiskPayload = { name, instance, ...(metadata == null ? {} : { metadata }) };
    return this.services.tasks.enqueue({ type: 'attach_dynamic_disk', description: 'attach dynamic disk', ...origin, payload });
  }

  @Post(':disk/detach')
  @Needs('detach_dynamic_disks')
  @StartsTask()
  detach(@Param('disk') name: string, @Origin() origin: TaskOrigin): Promise<number> {
    const payload: DynamicDiskPayload = { name };
    return this.services.tasks.enqueue({ type: 'detach_dynamic_disk', description: 'detach dynamic disk', ...origin, payload });
  }

  @Delete(':disk')
  @Needs('delete_dynamic_disks')
  @StartsTask()
  delete(@Param('disk') name: string, @Origin() origin: TaskOrigin): Promise<number> {
    const payload: DynamicDiskPayload = { name };
    return this.services.tasks.enqueue({ type: 'delete_dynamic_disk', description: 'delete dynamic disk', ...origin, payload });
  }
}

type Asked = Pick<ReturnType<typeof dynamicDiskPostSchema.parse>, 'disk_name' | 'disk_pool_name' | 'disk_size' | 'metadata'>;

function wanted({
  disk_name: name,
  disk_pool_name: pool,
  disk_size: sizeMib,
  metadata,
}: Asked): Omit<ProvideDynamicDiskPayload, 'instance'> {
  return { name, pool, sizeMib, ...(metadata == null ? {} : { metadata }) };
}
