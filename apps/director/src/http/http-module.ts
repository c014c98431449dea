import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { CleanupController } from '../cleanup/cleanup-controller.js';
import { ConfigsController } from '../configs/configs-controller.js';
import { CloudConfigsController, CpiConfigsController, RuntimeConfigsController } from '../configs/older-configs-controller.js';
import { EventsController } from '../events/events-controller.js';
import { FsckController } from '../fsck/fsck-controller.js';
import { CertificateExpiryController } from '../info/certificate-expiry-controller.js';
import { InfoController } from '../info/info-controller.js';
import { OpenapiController } from '../info/openapi-controller.js';
import { LinksController } from '../links/links-controller.js';
import { TokenController } from '../uaa/token-controller.js';
import { AnswerInterceptor } from './answer-interceptor.js';
import { AuthGuard } from './auth-guard.js';
import { BlobsController } from './blobs-controller.js';
import { CpisController } from './cpis-controller.js';
import { DeploymentConfigsController, DeploymentsController } from './deployments-controller.js';
import { DiskAttachmentsController, DisksController } from './disks-controller.js';
import { DynamicDisksController } from './dynamic-disks-controller.js';
import { ErrandsController } from './errands-controller.js';
import { ErrorFilter } from './error-filter.js';
import { InstanceController } from './instance-controller.js';
import { InstanceStatesController } from './instance-states-controller.js';
import { InstancesController } from './instances-controller.js';
import { JobsController } from './jobs-controller.js';
import { LocksController } from './locks-controller.js';
import { NetworksController } from './networks-controller.js';
import { OrphanedVmsController } from './orphaned-vms-controller.js';
import { PackagesController } from './packages-controller.js';
import { PlansController } from './plans-controller.js';
import { ProblemsController } from './problems-controller.js';
import { ReleasesController } from './releases-controller.js';
import { ResurrectionController } from './resurrection-controller.js';
import { Services } from './services.js';
import { SnapshotsController } from './snapshots-controller.js';
import { SshController } from './ssh-controller.js';
import { StemcellsController, StemcellUploadsController } from './stemcells-controller.js';
import { CancelController, TasksController } from './tasks-controller.js';
import { VariablesController } from './variables-controller.js';
import { VmsController } from './vms-controller.js';

@Module({})
class HttpModule {}

export const controllers: readonly Type[] = [
  InfoController,
  OpenapiController,
  TokenController,
  ConfigsController,
  CloudConfigsController,
  RuntimeConfigsController,
  CpiConfigsController,
  DeploymentsController,
  DeploymentConfigsController,
  PlansController,
  InstancesController,
  SnapshotsController,
  StemcellsController,
  StemcellUploadsController,
  ReleasesController,
  PackagesController,
  TasksController,
  CancelController,
  DisksController,
  DiskAttachmentsController,
  CleanupController,
  JobsController,
  OrphanedVmsController,
  CpisController,
  NetworksController,
  ErrandsController,
  EventsController,
  LocksController,
  ResurrectionController,
  ProblemsController,
  CertificateExpiryController,
  FsckController,
  BlobsController,
  InstanceController,
  InstanceStatesController,
  SshController,
  VariablesController,
  VmsController,
  LinksController,
  DynamicDisksController,
];

/** The routes, over these services. */
export function httpModule(services: Services): DynamicModule {
  return {
    module: HttpModule,
    controllers: controllers.filter((one) => one !== TokenController || services.uaa !== undefined),
    providers: [
      { provide: Services, useValue: services },
      { provide: APP_GUARD, useClass: AuthGuard },
      { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
      { provide: APP_FILTER, useClass: ErrorFilter },
    ],
  };
}
