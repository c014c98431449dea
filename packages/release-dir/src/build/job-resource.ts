import { join } from 'node:path';
import { formatsErrors, parseJobSpec } from '@bosh6/formats';
import { fail } from '../errors.js';
import { readYamlFile } from '../read-text-file.js';
import { isFollowed } from './followed-file.js';
import { fingerprintOf, type Resource, type ResourceFile } from './resource.js';

/** Reads `jobs/NAME`: its spec (as job.MF), monit file, schema, and the templates that the spec names. */
export async function jobResource(directory: string, name: string): Promise<Resource> {
  const root = join(directory, 'jobs', name);
  const document = await readYamlFile(join(root, 'spec'));
  if (document === undefined)
    throw fail('InvalidReleaseDirectory', `job '${name}' has no spec`, { where: { document: join(root, 'spec') } });
  const spec = parseJobSpec(document);
  if (spec.name !== name)
    throw formatsErrors('JobNameMismatch', `job directory '${name}' has a spec that calls it '${spec.name}'`, {
      where: { document: document.name, pointer: '/name' },
    });
  await isFollowed(directory, join(root, 'spec'));
  const files: ResourceFile[] = [{ path: 'job.MF', file: join(root, 'spec') }];
  for (const optional of ['monit', 'properties_schema.json']) {
    if (await isFollowed(directory, join(root, optional))) files.push({ path: optional, file: join(root, optional) });
  }
  for (const { source } of spec.templates) {
    const file = join(root, 'templates', source);
    if (!(await isFollowed(directory, file))) {
      throw formatsErrors('JobTemplateNotFound', `job '${name}' has no file 'templates/${source}', which its spec names`, {
        where: { document: document.name, pointer: '/templates' },
      });
    }
    files.push({ path: `templates/${source}`, file });
  }
  return { kind: 'job', name, fingerprint: await fingerprintOf(files, []), files, needs: spec.packages };
}
