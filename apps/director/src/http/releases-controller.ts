import type { IncomingMessage } from 'node:http';
import { isJsonObject, type Json } from '@bosh6/base';
import { type Release, releaseExportSchema, remoteUploadSchema, uploadQuerySchema } from '@bosh6/director-api';
import { isVersion } from '@bosh6/formats';
import { Body, Controller, Delete, Get, Param, Post, Query, Req } from '@nestjs/common';
import { findDeployment } from '../deployments/find-deployment.js';
import { fail } from '../errors.js';
import type { ExportPayload } from '../export/export-payload.js';
import { inspectRelease, listReleases } from '../listings/releases.js';
import type { DeleteReleasePayload } from '../releases/delete-release.js';
import type { UpdateReleasePayload } from '../releases/update-release.js';
import { Accepts, AsJson, type DirectorRequest, Needs, QueryText, StartsTask } from './decorators.js';
import { mediumOf } from './media.js';
import { Origin, originOf, type TaskOrigin } from './origin.js';
import { isTrue, parse } from './parse.js';
import { PlainAnswer } from './plain-answer.js';
import { Services } from './services.js';

@Controller('releases')
@Needs('admin')
export class ReleasesController {
  constructor(private readonly services: Services) {}

  @Get()
  @Needs('read_releases')
  list(): Promise<Release[]> {
    return listReleases(this.services.store.read);
  }

  @Get(':name')
  @AsJson()
  @Needs('read_releases')
  show(@Param('name') name: string, @QueryText('version') version: string | undefined): Promise<unknown> {
    if (version === undefined || version === '') return this.#overview(name);
    if (!isVersion(version)) throw fail('ReleaseVersionInvalid', `'${version}' is not the version of a release`);
    return inspectRelease(this.services.store.read, name, version);
  }

  @Post()
  @Accepts('json', 'upload')
  @Needs('upload_releases')
  @StartsTask()
  async upload(@Req() request: DirectorRequest, @Body() body: unknown, @Query() given: unknown): Promise<number> {
    const query = parse(uploadQuerySchema, given);
    const payload: UpdateReleasePayload = { fix: isTrue(query.fix), rebase: isTrue(query.rebase) };
    let origin: TaskOrigin;
    if (mediumOf(request.headers['content-type']) === 'upload') {
      const { path, digest, discard } = await this.services.uploads.receive(body as IncomingMessage);
      payload.path = path;
      const { user, request: asked } = originOf(request, digest);
      origin = { user, request: { ...asked, discard } };
      if (query.sha1) payload.digest = query.sha1;
    } else {
      const remote = parse(remoteUploadSchema, body);
      if (remote.sha1 && query.sha1) throw new PlainAnswer(400, 'Give the digest once, in the query or in the body');
      payload.location = remote.location;
      origin = originOf(request, body);
      const digest = remote.sha1 || query.sha1;
      if (digest) payload.digest = digest;
    }
    return this.services.tasks.enqueue({
      type: 'update_release',
      description: 'create release',
      ...origin,
      payload,
    });
  }

  @Post('export')
  @Accepts('json')
  @StartsTask()
  async export(@Body() body: unknown, @Origin() origin: TaskOrigin): Promise<number> {
    const { deployment_name: deployment, release_name: release, release_version: version, ...rest } = parse(releaseExportSchema, body);
    const { stemcell_os: os, stemcell_version: stemcellVersion, sha2, jobs } = rest;
    await findDeployment(this.services.store.read, deployment);
    const names = (jobs ?? []).map(({ name }) => name);
    const payload: ExportPayload = { deployment, release, version, os, stemcellVersion, sha2: sha2 ?? false, jobs: names };
    const description = `export release: '${release}/${version}' for '${os}/${stemcellVersion}'`;
    return this.services.tasks.enqueue({ type: 'export_release', description, deployment, ...origin, payload });
  }

  /** Nothing of a deletion can fail half-way, so BOSH's `force` changes nothing. */
  @Delete(':name')
  @StartsTask()
  async delete(
    @Param('name') name: string,
    @QueryText('version') version: string | undefined,
    @Origin() origin: TaskOrigin,
  ): Promise<number> {
    if ((await this.services.store.read.releases.find({ name })) === undefined)
      throw fail('ReleaseNotFound', `there is no release '${name}'`);
    const payload: DeleteReleasePayload = { name, ...(version ? { version } : {}) };
    return this.services.tasks.enqueue({
      type: 'delete_release',
      description: `delete release: ${name}`,
      ...origin,
      payload,
    });
  }

  async #overview(name: string): Promise<unknown> {
    const { releases } = this.services.store.read;
    const release = await releases.find({ name });
    if (release === undefined) throw fail('ReleaseNotFound', `there is no release '${name}'`);
    const [packages, jobs, versions] = await Promise.all([
      releases.packages.all({ releaseId: release.id }),
      releases.jobs.all({ releaseId: release.id }),
      releases.versions.all({ releaseId: release.id }),
    ]);
    return {
      packages: packages.map((row) => ({ name: row.name, sha1: row.sha1, version: row.version, dependencies: row.dependencies })),
      jobs: jobs.map((row) => ({ name: row.name, sha1: row.sha1, version: row.version, packages: packagesOf(row.spec) })),
      versions: versions.map((row) => row.version),
    };
  }
}

function packagesOf(spec: Json): string[] {
  const list = isJsonObject(spec) && Array.isArray(spec.packages) ? spec.packages : [];
  return list.filter((name) => typeof name === 'string');
}
