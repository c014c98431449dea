import type { ReleaseJob } from '@bosh6/director-api';
import { Controller, Get } from '@nestjs/common';
import { AsJson, Needs, QueryText } from './decorators.js';
import { PlainAnswer } from './plain-answer.js';
import { Services } from './services.js';

/** What releases' jobs say of themselves. */
@Controller('jobs')
export class JobsController {
  constructor(private readonly services: Services) {}

  @Get()
  @AsJson()
  @Needs('read')
  async find(
    @QueryText('name') name: string | undefined,
    @QueryText('release_name') releaseName: string | undefined,
    @QueryText('fingerprint') fingerprint: string | undefined,
  ): Promise<ReleaseJob[]> {
    if (name === undefined || releaseName === undefined || fingerprint === undefined) throw new PlainAnswer(400, '');
    const { releases } = this.services.store.read;
    const release = await releases.find({ name: releaseName });
    const job = release === undefined ? undefined : await releases.jobs.find({ releaseId: release.id, name, fingerprint });
    if (job === undefined) throw new PlainAnswer(404, '');
    return [{ name: job.name, fingerprint: job.fingerprint, spec: job.spec }];
  }
}
