import { Controller, Delete, Get, Post, Req } from '@nestjs/common';
import { fail } from '../errors.js';
import { Accepts, type DirectorRequest, Needs } from './decorators.js';
import { pathOf } from './path-of.js';

/** Work that this Director cannot do yet: whoever may ask for it is told so. */
@Controller()
export class UnavailableController {
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
