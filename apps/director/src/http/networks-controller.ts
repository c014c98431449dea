import { type NetworksUsage, networksUsageQuerySchema } from '@bosh6/director-api';
import { Controller, Get, Query } from '@nestjs/common';
import { networkUsage } from '../listings/network-usage.js';
import { AsJson, Needs } from './decorators.js';
import { parse } from './parse.js';
import { Services } from './services.js';

/** Ours: how the networks of the cloud configs are used. */
@Controller('networks')
export class NetworksController {
  constructor(private readonly services: Services) {}

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
