import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@bosh6/base';
import type { RenderJob } from '@bosh6/templates';
import { root } from '../stack/paths.js';

const directory = join(root, 'e2e/bench/jobs');
const [groups, instancesOfGroup] = [10, 100];

interface JobFiles {
  readonly name: string;
  readonly monit: string;
  readonly templates: readonly { source: string; destination: string; text: string }[];
  readonly properties: JsonObject;
}

export interface Scene {
  /** The jobs of each instance. */
  readonly instances: readonly (readonly RenderJob[])[];
  /** Templates of all instances, `monit` among them. */
  readonly templates: number;
  /** The same for the peer, as JSON. */
  readonly text: string;
}

/** 1,000 instances in 10 groups, each with the five jobs of `e2e/bench/jobs`; properties differ by group, ids and addresses by instance. */
export function renderScene(): Scene {
  const jobs = readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map(readJob);
  const properties = Array.from({ length: groups }, (_, group) =>
    jobs.map((job): JsonObject => ({ ...job.properties, port: 9100 + group })),
  );
  const links = { bus: linkTo('bus', 3, 4222), database: linkTo('pg', 2, 5432) };
  const specs = Array.from({ length: groups * instancesOfGroup }, (_, at) => ({
    group: Math.trunc(at / instancesOfGroup),
    spec: specOf(at),
  }));
  return {
    instances: specs.map(({ group, spec }) =>
      jobs.map((job, at): RenderJob => ({ ...job, context: { spec, properties: properties[group]?.[at] ?? {}, links } })),
    ),
    templates: specs.length * jobs.reduce((sum, job) => sum + 1 + job.templates.length, 0),
    text: JSON.stringify({
      jobs: jobs.map(({ monit, templates }) => ({ templates: [monit, ...templates.map(({ text }) => text)] })),
      instances: specs,
      properties,
      links,
    }),
  };
}

function readJob(name: string): JobFiles {
  const read = (...path: string[]): string => readFileSync(join(directory, name, ...path), 'utf8');
  const sources = readdirSync(join(directory, name, 'templates')).sort();
  return {
    name,
    monit: read('monit'),
    templates: sources.map((source) => ({ source, destination: `etc/${source.replace('.erb', '')}`, text: read('templates', source) })),
    properties: JSON.parse(read('properties.json')) as JsonObject,
  };
}

function specOf(at: number): JsonObject {
  const group = `group-${Math.trunc(at / instancesOfGroup)}`;
  const ip = `10.0.${at >> 8}.${at & 255}`;
  const v6 = `2001:db8::${at.toString(16)}`;
  return {
    deployment: 'thousand',
    job: { name: group, template: 'web', version: '1', templates: [{ name: 'web', version: '1', sha1: 'x', blobstore_id: 'y' }] },
    index: at % instancesOfGroup,
    id: `00000000-0000-4000-8000-${at.toString(16).padStart(12, '0')}`,
    name: group,
    az: `z${at % 3}`,
    bootstrap: at % instancesOfGroup === 0,
    address: ip,
    ip,
    ipv4: ip,
    ipv6: v6,
    listen: '::',
    networks: {
      default: {
        type: 'manual',
        ip,
        netmask: '255.255.0.0',
        gateway: '10.0.0.1',
        dns: ['10.0.0.2'],
        dns_record_name: `${at}.${group}.bosh`,
      },
      ipv6: { type: 'manual', ip: v6, prefix: '64', gateway: 'fe80::1', dns_record_name: `${at}.${group}.bosh` },
    },
    properties_need_filtering: true,
    dns_domain_name: 'bosh',
    persistent_disk: 0,
    release: { name: 'bench', version: '1' },
  };
}

function linkTo(group: string, count: number, port: number): JsonObject {
  const instances = Array.from({ length: count }, (_, index) => {
    return {
      name: group,
      index,
      id: `${group}-${index}`,
      az: 'z1',
      address: `10.1.0.${index + 1}`,
      bootstrap: index === 0,
      properties: {},
    };
  });
  return {
    instances,
    properties: { port },
    instance_group: group,
    default_network: 'default',
    deployment_name: 'thousand',
    domain: 'bosh',
  };
}
