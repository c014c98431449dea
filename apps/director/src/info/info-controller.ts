import type { Info } from '@bosh6/director-api';
import { Controller, Get, Req } from '@nestjs/common';
import { domain } from '../dns/export-records.js';
import { AsJson, type DirectorRequest, Public } from '../http/decorators.js';
import { Services } from '../http/services.js';
import { publicOrigin } from './public-url.js';
import { version } from './version.js';

/** Who this Director is and how to log in; the only route that bad credentials do not shut. */
@Controller('info')
export class InfoController {
  constructor(private readonly services: Services) {}

  @Get()
  @Public()
  @AsJson()
  info(@Req() request: DirectorRequest): Info {
    const { config, directorUuid, authenticator } = this.services;
    return {
      name: config.name,
      uuid: directorUuid,
      version,
      user: request.caller?.name ?? null,
      cpi: `${config.cpi.type}_cpi`,
      stemcell_os: '-',
      stemcell_version: '-',
      user_authentication: authenticator.info(publicOrigin(config, request.headers.host)),
      features: {
        local_dns: { status: true, extras: { domain_name: domain } },
        snapshots: { status: false },
        config_server: { status: false },
        // Ours: one network may give an instance addresses of both families.
        dual_stack: { status: true },
        // Ours: it makes plans, and deploys just one of them.
        plan: { status: true },
      },
    };
  }
}
