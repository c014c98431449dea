import { Controller, Post } from '@nestjs/common';
import { Accepts, Needs, StartsTask } from '../http/decorators.js';
import { Origin, type TaskOrigin } from '../http/origin.js';
import { Services } from '../http/services.js';

/** Ours. */
@Controller('director')
export class FsckController {
  constructor(private readonly services: Services) {}

  @Post('fsck')
  @Accepts('json')
  @Needs('admin')
  @StartsTask()
  start(@Origin() origin: TaskOrigin): Promise<number> {
    return this.services.tasks.enqueue({ type: 'fsck', description: 'check the Director', ...origin, payload: {} });
  }
}
