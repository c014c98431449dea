import { z } from 'zod';

/** A request that the stock CLI's `curl` sends, and what is documented of the answer. Names in capitals are filled in. */
export interface Documented {
  readonly path: string;
  /** Sent as JSON, or as YAML where the route takes that. */
  readonly body?: object;
  readonly type?: 'application/json' | 'text/yaml';
  readonly status: number;
  /** Of the answer as JSON; without, as text. */
  readonly json?: z.ZodType;
  readonly text?: string;
  /** The name under which the answer's `id`, or its first one's, is filled in from now on. */
  readonly keep?: string;
}

const id = z.string().regex(/^\d+$/);
const refused = (code: number): z.ZodType => z.looseObject({ code: z.literal(code), description: z.string() });
/** Redirects are followed, so the answer is the task. */
const task = (description: string): z.ZodType => z.looseObject({ id: z.number(), description: z.literal(description) });
const instance = '/deployments/tiny/jobs/sleeper/ID';
const definition = z.strictObject({ type: z.literal('greeter'), name: z.literal('greeter') });
const info = z.strictObject({ instance_group: z.literal('sleeper') });
const provider = z.strictObject({
  ...{ id, name: z.literal('greeter'), shared: z.literal(true), deployment: z.literal('tiny'), link_provider_definition: definition },
  owner_object: z.strictObject({ type: z.literal('job'), name: z.literal('greeter'), info }),
});
const consumer = z.strictObject({
  ...{ id, name: z.literal('greeter'), optional: z.boolean(), deployment: z.literal('tiny') },
  owner_object: z.strictObject({ type: z.literal('external'), name: z.literal('outside') }),
  link_consumer_definition: definition,
});
const link = z.strictObject({ id, name: z.literal('greeter'), link_consumer_id: id, link_provider_id: id, created_at: z.string() });
const wish = { link_provider_id: 'PROVIDER', link_consumer: { owner_object: { name: 'outside', type: 'external' } } };
const release = { name: 'none', version: '1', commit_hash: 'none', uncommitted_changes: false, jobs: [] };
const unknown = { name: 'none', version: 'none', fingerprint: 'none', sha1: 'none', stemcell: 'none/1', dependencies: [] };

/** Routes that no command asks but `curl` (director-api reference 4), with what the documentation says of them; each finds what those before it left. */
export const documentedRoutes: Readonly<Record<string, readonly Documented[]>> = {
  'POST /events': [
    { path: '/events', body: { action: 'look', object_type: 'sky', object_name: 'north' }, status: 200, text: '' },
    { path: '/events', body: { action: 'look' }, status: 400, json: refused(40000) },
  ],
  'GET /resurrection': [{ path: '/resurrection', status: 200, json: z.strictObject({ resurrection: z.literal(true) }) }],
  'GET /deployments/{name}/jobs/{group}/{id}': [
    {
      path: instance,
      status: 200,
      json: z.strictObject({
        ...{ deployment: z.literal('tiny'), job: z.literal('sleeper'), index: z.literal(0), id: z.uuid(), state: z.literal('started') },
        disks: z.tuple([]),
      }),
    },
  ],
  'PUT /deployments/{name}/jobs/{group}/{id}/resurrection': [{ path: `${instance}/resurrection`, body: {}, status: 410 }],
  'GET /deployments/{name}/certificate_expiry': [{ path: '/deployments/tiny/certificate_expiry', status: 200, json: z.tuple([]) }],
  'GET /deployments/{name}/jobs/{group}/{id}/snapshots': [{ path: `${instance}/snapshots`, status: 200, json: z.tuple([]) }],
  'PUT /deployments/{name}/scan_and_fix': [
    { path: '/deployments/tiny/scan_and_fix', body: { jobs: { sleeper: ['ID'] } }, status: 200, json: task('scan and fix') },
  ],
  'GET /deployed_variables/{name}': [
    { path: '/deployed_variables/%2Fnone', status: 200, json: z.strictObject({ deployments: z.tuple([]) }) },
  ],
  'POST /packages/matches': [
    { path: '/packages/matches', body: { ...release, packages: [unknown] }, type: 'text/yaml', status: 200, json: z.tuple([]) },
  ],
  'POST /packages/matches_compiled': [
    {
      path: '/packages/matches_compiled',
      body: { ...release, compiled_packages: [unknown] },
      type: 'text/yaml',
      status: 200,
      json: z.tuple([]),
    },
  ],
  'GET /packages/blobs/{id}': [{ path: '/packages/blobs/none', status: 400 }],
  'GET /jobs': [
    { path: '/jobs?name=sleeper&release_name=broken', status: 400 },
    { path: '/jobs?name=sleeper&release_name=broken&fingerprint=none', status: 404 },
  ],
  'GET /orphan_disks': [{ path: '/orphan_disks', status: 200, json: z.tuple([]) }],
  'DELETE /orphan_disks/{cid}': [{ path: '/orphan_disks/none', status: 200, json: task('delete orphan disks') }],
  'GET /link_providers': [
    { path: '/link_providers?deployment=tiny', status: 200, json: z.tuple([provider]), keep: 'PROVIDER' },
    { path: '/link_providers', status: 400, json: refused(190024) },
  ],
  'POST /links': [
    { path: '/links', body: wish, status: 200, json: link, keep: 'LINK' },
    { path: '/links', body: { ...wish, link_provider_id: '99999' }, status: 400, json: refused(810002) },
  ],
  'GET /links': [{ path: '/links?deployment=tiny', status: 200, json: z.tuple([link]) }],
  'GET /link_consumers': [{ path: '/link_consumers?deployment=tiny', status: 200, json: z.tuple([consumer]) }],
  'GET /link_address': [
    { path: '/link_address?link_id=LINK', status: 200, json: z.strictObject({ address: z.string().min(1) }) },
    { path: '/link_address?link_id=99999', status: 404, json: refused(810000) },
  ],
  'DELETE /links/{id}': [
    { path: '/links/LINK', status: 204, text: '' },
    { path: '/links/LINK', status: 404, json: refused(810000) },
  ],
};
