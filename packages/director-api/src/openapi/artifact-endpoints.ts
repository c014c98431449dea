import { z } from 'zod';
import { cleanableArtifactsSchema, cleanupPostSchema } from '../cleanup.js';
import { fingerprintsSchema, releaseExportSchema, releaseInspectionSchema, releaseJobsSchema, releasesSchema } from '../release.js';
import { remoteUploadSchema, stemcellsSchema, stemcellUploadsPostSchema, stemcellUploadsSchema, uploadQuerySchema } from '../stemcell.js';
import { type Endpoint, endpoint } from './endpoint.js';

const flag = z.string().optional();
const upload = { query: uploadQuerySchema, accepts: ['json', 'upload'], body: remoteUploadSchema } as const;
const yaml = { accepts: ['yaml'], body: z.string() } as const;
const json = { accepts: ['json'] } as const;
const file = { 200: { says: 'The file.', type: 'application/octet-stream' } };

export const artifactEndpoints: readonly Endpoint[] = [
  endpoint('GET /releases', 'read_releases', 'All releases', releasesSchema),
  endpoint(
    'GET /releases/{name}',
    'read_releases',
    "A version's jobs and packages; without one, all of the release",
    releaseInspectionSchema,
    { query: z.object({ version: flag }) },
  ),
  endpoint('POST /releases', 'upload_releases', 'Take a release, uploaded or from a URL', 'task', upload),
  endpoint('DELETE /releases/{name}', 'admin', 'Delete a release, or one version', 'task', {
    query: z.object({ version: flag, force: flag }),
  }),
  endpoint('POST /releases/export', 'admin', 'Compile a release and export it', 'task', { ...json, body: releaseExportSchema }),
  endpoint('POST /packages/matches', 'admin', 'Packages that an upload may leave out', fingerprintsSchema, yaml),
  endpoint('POST /packages/matches_compiled', 'admin', 'Compiled packages that an upload may leave out', fingerprintsSchema, yaml),
  endpoint('GET /packages/blobs/{id}', 'read', "A package's file", 'none', { answers: file }),
  endpoint('GET /jobs', 'read', "A release's job", releaseJobsSchema, {
    query: z.object({ name: z.string(), release_name: z.string(), fingerprint: z.string() }),
  }),
  endpoint('GET /stemcells', 'read_stemcells', 'All stemcells', stemcellsSchema),
  endpoint('POST /stemcells', 'upload_stemcells', 'Take a stemcell, uploaded or from a URL', 'task', upload),
  endpoint('DELETE /stemcells/{name}/{version}', 'admin', 'Delete a stemcell', 'task', { query: z.object({ force: flag }) }),
  endpoint('POST /stemcell_uploads', 'read_stemcells', 'Whether a stemcell is needed', stemcellUploadsSchema, {
    ...json,
    body: stemcellUploadsPostSchema,
  }),
  endpoint('POST /cleanup', 'admin', 'Delete what nobody uses', 'task', { ...json, body: cleanupPostSchema }),
  endpoint('GET /cleanup/dryrun', 'admin', 'What a clean-up would delete', cleanableArtifactsSchema, {
    query: z.object({ remove_all: flag, keep_orphaned_disks: flag }),
  }),
  endpoint('GET /resources/{id}', 'admin', 'A blob: logs, what was exported', 'none', { answers: file }),
];
