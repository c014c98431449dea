import { Controller, Delete, Get, Param, Post, Req } from '@nestjs/common';
import { findDeployment } from '../deployments/find-deployment.js';
import { fail } from '../errors.js';
import { Accepts, type DirectorRequest, Needs, QueryText } from './decorators.js';
import { pathOf } from './path-of.js';
import { Services } from './services.js';

/** Work that this Director cannot do yet: whoever may ask for it is told so, with all that is wrong with the request said before. */
@Controller('deployments/:name')
@Needs('deployment:admin')
export class UnavailableDeploymentController {
  constructor(private readonly services: Services) {}

  @Get(['certificate_expiry'])
  @Needs('deployment:read')
  read(@Param('name') name: string, @Req() request: DirectorRequest): Promise<never> {
    return this.#refuse(name, request);
  }

  async #refuse(name: string, request: DirectorRequest): Promise<never> {
    await findDeployment(this.services.store.read, name);
    return refuse(request);
  }
}

/** The same, of things that belong to no deployment, or name theirs in the query. */
@Controller()
export class UnavailableController {
  constructor(private readonly services: Services) {}

  @Post('links')
  @Accepts('json')
  @Needs('create_link')
  createLink(@Req() request: DirectorRequest): never {
    return refuse(request);
  }

  @Delete('links/:id')
  @Needs('delete_link')
  deleteLink(@Req() request: DirectorRequest): never {
    return refuse(request);
  }

  @Get(['link_providers', 'link_consumers', 'links'])
  @Needs('deployment:read')
  async links(@QueryText('deployment') deployment: string | undefined, @Req() request: DirectorRequest): Promise<never> {
    if (!deployment) throw fail('LinksDeploymentMissing', 'links are listed of one deployment');
    await findDeployment(this.services.store.read, deployment);
    return refuse(request);
  }

  @Get('link_address')
  @Needs('read_link')
  address(@Req() request: DirectorRequest): never {
    return refuse(request);
  }

  @Get('dynamic_disks')
  @Needs('list_dynamic_disks')
  disks(@Req() request: DirectorRequest): never {
    return refuse(request);
  }

  @Post('dynamic_disks')
  @Accepts('json')
  @Needs('create_dynamic_disks')
  createDisk(@Req() request: DirectorRequest): never {
    return refuse(request);
  }

  @Post('dynamic_disks/provide')
  @Accepts('json')
  @Needs('provide_dynamic_disks')
  provideDisk(@Req() request: DirectorRequest): never {
    return refuse(request);
  }

  @Post('dynamic_disks/:disk/attach')
  @Accepts('json')
  @Needs('attach_dynamic_disks')
  attachDisk(@Req() request: DirectorRequest): never {
    return refuse(request);
  }

  @Post('dynamic_disks/:disk/detach')
  @Needs('detach_dynamic_disks')
  detachDisk(@Req() request: DirectorRequest): never {
    return refuse(request);
  }

  @Delete('dynamic_disks/:disk')
  @Needs('delete_dynamic_disks')
  deleteDisk(@Req() request: DirectorRequest): never {
    return refuse(request);
  }
}

function refuse({ method, url }: DirectorRequest): never {
  throw fail('NotAvailableYet', `${method} ${pathOf(url)} is not available yet`);
}
