import { z } from 'zod';
import { fail } from '../errors.js';
import { checkShape } from '../shape/check-shape.js';
import { compact } from '../shape/read-document.js';
import { map, text } from '../shape/schemas.js';
import type { Addon, ManifestJob } from './manifest.js';
import { filterShape, parseFilter } from './parse-filter.js';
import { parseJob } from './parse-job.js';

const list = z.array(z.unknown());
export const addonShape = z.object({
  name: text,
  jobs: list.optional(),
  properties: map.optional(),
  include: filterShape.optional(),
  exclude: filterShape.optional(),
});

/** Every job's release must be listed. */
export function requireReleases(
  jobs: readonly ManifestJob[],
  releases: readonly { name: string }[],
  code: 'UnknownRelease' | 'AddonReleaseNotListed',
): void {
  for (const job of jobs) {
    if (releases.some((release) => release.name === job.release)) continue;
    throw fail(code, `job '${job.name}' is from release '${job.release}', which is not under 'releases'`, {
      where: { pointer: `${job.pointer}/release` },
    });
  }
}

/** `addons` of a manifest, or of a runtime config, where they may filter by deployment too. Their jobs add no providers of their own, as in BOSH. */
export function parseAddons(value: unknown, releases: readonly { name: string }[], of: 'manifest' | 'runtime-config'): Addon[] {
  const entries = checkShape(list.optional(), value, '/addons') ?? [];
  return entries.map((entry, index) => {
    const pointer = `/addons/${index}`;
    const shape = checkShape(addonShape, entry, pointer);
    const jobs = (shape.jobs ?? []).map((job, at) => {
      const parsed = parseJob(job, `${pointer}/jobs/${at}`);
      return { ...parsed, properties: parsed.properties ?? shape.properties ?? {}, customProviderDefinitions: [] };
    });
    requireReleases(jobs, releases, 'AddonReleaseNotListed');
    const include = parseFilter(shape.include, `${pointer}/include`);
    const exclude = parseFilter(shape.exclude, `${pointer}/exclude`);
    for (const [key, filter] of Object.entries({ include, exclude })) {
      if (of === 'manifest' && filter?.deployments !== undefined) {
        throw fail('AddonDeploymentsFilter', "'deployments' filters belong in a runtime config's addons", {
          where: { pointer: `${pointer}/${key}/deployments` },
        });
      }
    }
    return compact({ name: shape.name, jobs, include, exclude, pointer });
  });
}
