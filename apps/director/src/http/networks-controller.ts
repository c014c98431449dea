import { type NetworksUsage, networksUsageQuerySchema } from '@bosh6/director-api';
import { Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { networkUsage } from '../listings/network-usage.js';
import type { DeleteNetworksPayload } from '../networks/delete-orphan-networks.js';
import { AsJson, Needs, QueryText, StartsTask } from './decorators.js';
import { Origin, type TaskOrigin } from './origin.js';
import { parse } from './parse.js';
import { PlainAnswer } from './plain-answer.js';
import { Services } from './services.js';

@Controller('networks')
@Needs('admin')
export class NetworksController {
  constructor(private readonly services: Services) {}

  /** Orphaned ones; there are none, since no deploy makes networks. */
  @Get()
  @AsJson()
  list(@QueryText('orphaned') orphaned: string | undefined): never[] {
    if (orphaned === undefined || orphaned === 'false') throw new PlainAnswer(500, 'listing active networks is not implemented');
    return [];
  }

  @Delete(':name')
  @StartsTask()
  delete(@Param('name') name: string, @Origin() origin: TaskOrigin): Promise<number> {
    const payload: DeleteNetworksPayload = { names: [name] };
    return this.services.tasks.enqueue({ type: 'delete_orphan_networks', description: 'delete orphan networks', ...origin, payload });
  }

  /** Ours: how the networks of the cloud configs are used. */
  @Get('usage')
  @Needs('read')
  @AsJson()
  usage(@Query() query: unknown): Promise<NetworksUsage> {
    const { config, store } = this.services;
    const { details } = parse(networksUsageQuerySchema, query);
    return networkUsage(store.read, {
      neverAllocate: config.endpoints.map(({ address }) => address),
      ignoreMissingGateway: config.ignoreMissingGateway,
      details: details === 'true',
    });
  }
}
