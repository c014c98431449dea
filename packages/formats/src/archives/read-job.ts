import { fail } from '../errors.js';
import { parseJobSpec } from '../release/parse-job-spec.js';
import { parseYaml } from '../yaml/parse-yaml.js';
import { readEntries } from './read-entries.js';
import { readText } from './read-text.js';
import type { JobContents } from './types.js';

/** Reads a job's archive: its spec, monit file and the texts of its templates. Throws with BOSH's numbers 80000 to 80016. */
export async function readJob(path: string, name = path): Promise<JobContents> {
  const texts = new Map<string, string>();
  await readEntries(
    path,
    'job',
    async (entry) => {
      if (entry.type === 'file') texts.set(entry.path, await readText(entry, 'job', name));
    },
    name,
  );
  const manifest = texts.get('job.MF');
  if (manifest === undefined) throw fail('JobManifestNotFound', `job archive '${name}' has no job.MF`, { where: { object: name } });
  const spec = parseJobSpec(parseYaml(manifest, `${name}: job.MF`));
  const templates = spec.templates.map(({ source, destination }) => {
    const text = texts.get(`templates/${source}`);
    if (text === undefined) {
      throw fail('JobTemplateNotFound', `job '${spec.name}' has no file 'templates/${source}', which its spec names`, {
        where: { object: name },
      });
    }
    return { source, destination, text };
  });
  // Rendering takes `monit` alone; a job that brings only NAME.monit has no process to watch.
  const monit = texts.get('monit') ?? ([...texts.keys()].some((file) => file.endsWith('.monit')) ? '' : undefined);
  if (monit === undefined)
    throw fail('JobMonitNotFound', `job '${spec.name}' has no monit file`, { where: { object: name }, hint: 'an empty one will do' });
  return { spec, monit, templates };
}
