import type { OrphanedVm } from '@bosh6/director-api';
import { Controller, Get } from '@nestjs/common';
import { listOrphanedVms } from '../listings/orphaned-vms.js';
import { AsJson, Needs } from './decorators.js';
import { Services } from './services.js';

/** VMs that no instance has any more. */
@Controller('orphaned_vms')
@Needs('admin')
export class OrphanedVmsController {
  constructor(private readonly services: Services) {}

  @Get()
  @AsJson()
  list(): Promise<OrphanedVm[]> {
    return listOrphanedVms(this.services.store);
  }
}
