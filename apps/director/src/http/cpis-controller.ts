import { Controller, Get } from '@nestjs/common';
import { Needs, StartsTask } from './decorators.js';
import { Origin, type TaskOrigin } from './origin.js';
import { Services } from './services.js';

/** Ours: what the CPIs can. */
@Controller('cpis')
@Needs('read')
export class CpisController {
  constructor(private readonly services: Services) {}

  @Get()
  @StartsTask()
  describe(@Origin() origin: TaskOrigin): Promise<number> {
    return this.services.tasks.enqueue({ type: 'describe_cpis', description: 'describe CPIs', ...origin, payload: {} });
  }
}
