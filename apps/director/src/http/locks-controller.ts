import type { Lock } from '@bosh6/director-api';
import { Controller, Get } from '@nestjs/common';
import { AsJson, Needs } from './decorators.js';
import { Services } from './services.js';

@Controller('locks')
export class LocksController {
  constructor(private readonly services: Services) {}

  @Get()
  @AsJson()
  @Needs('read')
  async list(): Promise<Lock[]> {
    const now = this.services.world.now();
    const rows = await this.services.store.read.locks.all();
    return rows
      .filter(({ expiredAt }) => expiredAt > now)
      .map(({ name, expiredAt, taskId }) => {
        const [, type = '', ...resource] = name.split(':');
        return { type, resource, timeout: (expiredAt / 1000).toFixed(6), task_id: String(taskId ?? '') };
      });
  }
}
