import type { IncomingMessage } from 'node:http';
import { remoteUploadSchema, type Stemcell, type StemcellUploads, stemcellUploadsPostSchema, uploadQuerySchema } from '@bosh6/director-api';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { knownCpis, storedCpiEntries } from '../cpi/cpi-entries.js';
import { fail } from '../errors.js';
import { listStemcells } from '../listings/stemcells.js';
import type { DeleteStemcellPayload } from '../stemcells/delete-stemcell.js';
import { stemcellFor } from '../stemcells/stemcell-for.js';
import type { UpdateStemcellPayload } from '../stemcells/update-stemcell.js';
import { Accepts, type DirectorRequest, Needs, QueryText, StartsTask } from './decorators.js';
import { mediumOf } from './media.js';
import { Origin, originOf, type TaskOrigin } from './origin.js';
import { isTrue, parse } from './parse.js';
import { Services } from './services.js';

@Controller('stemcells')
@Needs('admin')
export class StemcellsController {
  constructor(private readonly services: Services) {}

  @Get()
  @Needs('read_stemcells')
  list(): Promise<Stemcell[]> {
    return listStemcells(this.services.store.read);
  }

  @Post()
  @Accepts('json', 'upload')
  @Needs('upload_stemcells')
  @StartsTask()
  async upload(@Req() request: DirectorRequest, @Body() body: unknown, @Query() given: unknown): Promise<number> {
    const query = parse(uploadQuerySchema, given);
    const payload: UpdateStemcellPayload = { fix: isTrue(query.fix) };
    let origin: TaskOrigin;
    if (mediumOf(request.headers['content-type']) === 'upload') {
      const { path, digest, discard } = await this.services.uploads.receive(body as IncomingMessage);
      payload.path = path;
      const { user, request: asked } = originOf(request, digest);
      origin = { user, request: { ...asked, discard } };
      if (query.sha1) payload.digest = query.sha1;
    } else {
      const remote = parse(remoteUploadSchema, body);
      payload.location = remote.location;
      origin = originOf(request, body);
      const digest = remote.sha1 ?? query.sha1;
      if (digest) payload.digest = digest;
    }
    return this.services.tasks.enqueue({
      type: 'update_stemcell',
      description: 'create stemcell',
      ...origin,
      payload,
    });
  }

  @Delete(':name/:version')
  @StartsTask()
  delete(
    @Param('name') name: string,
    @Param('version') version: string,
    @QueryText('force') force: string | undefined,
    @Origin() origin: TaskOrigin,
  ): Promise<number> {
    const payload: DeleteStemcellPayload = { name, version, force: isTrue(force) };
    return this.services.tasks.enqueue({
      type: 'delete_stemcell',
      description: `delete stemcell: ${name}/${version}`,
      ...origin,
      payload,
    });
  }
}

@Controller('stemcell_uploads')
export class StemcellUploadsController {
  constructor(private readonly services: Services) {}

  @Post()
  @HttpCode(200)
  @Accepts('json')
  @Needs('read_stemcells')
  async needed(@Body() body: unknown): Promise<StemcellUploads> {
    const { stemcell } = parse(stemcellUploadsPostSchema, body, (what) => fail('FieldMissing', what));
    const rows = await this.services.store.read.stemcells.all({ name: stemcell.name, version: stemcell.version });
    const cpis = knownCpis(await storedCpiEntries(this.services.store.read));
    return { needed: cpis.some((cpi) => stemcellFor(cpi, rows) === undefined) };
  }
}
