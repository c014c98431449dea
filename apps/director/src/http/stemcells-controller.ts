import type { Readable } from 'node:stream';
import { remoteUploadSchema, type Stemcell, type StemcellUploads, stemcellUploadsPostSchema, uploadQuerySchema } from '@bosh6/director-api';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { knownCpis, storedCpiEntries } from '../cpi/cpi-entries.js';
import { fail } from '../errors.js';
import { listStemcells } from '../listings/stemcells.js';
import type { DeleteStemcellPayload } from '../stemcells/delete-stemcell.js';
import { stemcellFor } from '../stemcells/stemcell-for.js';
import type { UpdateStemcellPayload } from '../stemcells/update-stemcell.js';
import type { Caller as CallerValue } from '../uaa/token-service.js';
import { Accepts, Caller, type DirectorRequest, Needs, QueryText, StartsTask } from './decorators.js';
import { mediumOf } from './media.js';
import { isTrue, parse } from './parse.js';
import { Services } from './services.js';

@Controller('stemcells')
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
  async upload(
    @Req() request: DirectorRequest,
    @Body() body: unknown,
    @Query() given: unknown,
    @Caller() caller: CallerValue,
  ): Promise<number> {
    const query = parse(uploadQuerySchema, given);
    const payload: UpdateStemcellPayload = { fix: isTrue(query.fix) };
    if (mediumOf(request.headers['content-type']) === 'upload') {
      payload.path = await this.services.uploads.receive(body as Readable);
      if (query.sha1) payload.digest = query.sha1;
    } else {
      const remote = parse(remoteUploadSchema, body);
      payload.location = remote.location;
      const digest = remote.sha1 ?? query.sha1;
      if (digest) payload.digest = digest;
    }
    return this.services.tasks.enqueue({
      type: 'update_stemcell',
      description: 'create stemcell',
      user: caller.name,
      payload,
    });
  }

  @Delete(':name/:version')
  @StartsTask()
  delete(
    @Param('name') name: string,
    @Param('version') version: string,
    @QueryText('force') force: string | undefined,
    @Caller() caller: CallerValue,
  ): Promise<number> {
    const payload: DeleteStemcellPayload = { name, version, force: isTrue(force) };
    return this.services.tasks.enqueue({
      type: 'delete_stemcell',
      description: `delete stemcell: ${name}/${version}`,
      user: caller.name,
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
