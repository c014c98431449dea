import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fail } from '../errors.js';
import type { Layout } from '../layout.js';
import type { Log } from '../log.js';
import { loopIn } from './dependents.js';
import type { MonitService } from './monit-definition.js';
import { parseMonitFile } from './monit-file.js';

export async function removeMonitFiles(layout: Layout): Promise<void> {
  await rm(layout.monit('job'), { recursive: true, force: true });
  await mkdir(layout.monit('job'), { recursive: true });
}

/** Writes the files of the spec's jobs, the last job first, as monit's include order wants it. */
export async function writeMonitFiles(layout: Layout, jobs: readonly string[]): Promise<void> {
  await mkdir(layout.monit('job'), { recursive: true });
  for (const [index, job] of [...jobs].reverse().entries()) {
    const number = String(index).padStart(4, '0');
    for (const name of await readdir(layout.jobs(job))) {
      if (name !== 'monit' && !name.endsWith('.monit')) continue;
      const label = name === 'monit' ? '' : `_${name.slice(0, -'.monit'.length)}`;
      await writeFile(layout.monit('job', `${number}_${job}${label}.monitrc`), await readFile(layout.jobs(job, name)), { mode: 0o600 });
    }
  }
}

/** The services of all files; what is left out of them is logged. Throws MonitFileInvalid, also for services that wait for each other. */
export async function readMonitFiles(layout: Layout, log: Log): Promise<MonitService[]> {
  const found = new Map<string, MonitService>();
  for (const file of (await readdir(layout.monit('job'))).filter((name) => name.endsWith('.monitrc')).sort()) {
    const { services, warnings } = parseMonitFile(await readFile(layout.monit('job', file), 'utf8'), file);
    for (const { line, text } of warnings) log.warn('left out of a monit file', { file, line, text });
    for (const service of services) {
      if (service.kind !== 'process' || service.groups.includes('vcap')) found.set(service.name, service);
      else log.warn('a process that is not of group vcap is left alone', { file, process: service.name });
    }
  }
  const services = withNames([...found.values()], log);
  const loop = loopIn(services);
  if (loop !== undefined)
    throw fail('MonitFileInvalid', `services wait for each other: ${loop.join(' -> ')}`, { details: { services: loop } });
  return services;
}

/** Dependencies by the names that are meant: monit's have no case. */
function withNames(services: MonitService[], log: Log): MonitService[] {
  const names = new Map(services.map(({ name }) => [name.toLowerCase(), name]));
  for (const { name, dependsOn } of services) {
    for (const each of dependsOn)
      if (!names.has(each.toLowerCase())) log.warn('a dependency is not there, and not waited for', { process: name, dependency: each });
  }
  return services.map((service) => ({ ...service, dependsOn: service.dependsOn.map((each) => names.get(each.toLowerCase()) ?? each) }));
}
