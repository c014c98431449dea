import { type CleanableArtifacts, cleanupPostSchema } from '@bosh6/director-api';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { Accepts, Needs, QueryText, StartsTask } from '../http/decorators.js';
import { Origin, type TaskOrigin } from '../http/origin.js';
import { isTrue, parse } from '../http/parse.js';
import { Services } from '../http/services.js';
import { cleanableArtifacts } from './cleanable-artifacts.js';
import type { DeleteArtifactsPayload } from './delete-artifacts.js';

@Controller('cleanup')
@Needs('admin')
export class CleanupController {
  constructor(private readonly services: Services) {}

  @Get('dryrun')
  show(
    @QueryText('remove_all') all: string | undefined,
    @QueryText('keep_orphaned_disks') keep: string | undefined,
  ): Promise<CleanableArtifacts> {
    const { store, world } = this.services;
    return cleanableArtifacts(store, { removeAll: isTrue(all), keepOrphanedDisks: isTrue(keep) }, world.now());
  }

  @Post()
  @Accepts('json')
  @StartsTask()
  start(@Body() body: unknown, @Origin() origin: TaskOrigin): Promise<number> {
    const { remove_all: removeAll, keep_orphaned_disks: keepOrphanedDisks } = parse(cleanupPostSchema, body).config;
    const payload: DeleteArtifactsPayload = { removeAll, keepOrphanedDisks };
    const description = removeAll ? 'clean up all' : 'clean up';
    return this.services.tasks.enqueue({ type: 'delete_artifacts', description, ...origin, payload });
  }
}
