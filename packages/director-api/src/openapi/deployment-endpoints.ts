import { z } from 'zod';
import { deployedCertificatesSchema } from '../certificate-expiry.js';
import {
  deploymentConfigsSchema,
  deploymentDiffSchema,
  deploymentManifestSchema,
  deploymentsSchema,
  deployQuerySchema,
} from '../deployment.js';
import { errandRunSchema, errandsSchema, ignorePutSchema, instanceStateSchema, instancesSchema, snapshotsSchema } from '../instance.js';
import { deploymentPlanSchema } from '../plan.js';
import { problemsPutSchema, problemsSchema, scanAndFixPutSchema } from '../problem.js';
import { sshPostSchema } from '../ssh.js';
import { deployedVariablesSchema, variablesSchema } from '../variable.js';
import { type Endpoint, endpoint } from './endpoint.js';

const flag = z.string().optional();
const yaml = { accepts: ['yaml'], body: z.string() } as const;
const json = { accepts: ['json'] } as const;
const parts = z.object({ exclude_configs: flag, exclude_releases: flag, exclude_stemcells: flag, exclude_lock: flag });
const full = z.object({ format: z.literal('full').optional(), ip: z.string().optional() });
const states = ['started', 'stopped', 'detached', 'restart', 'recreate'];
const changed = z.object({
  state: z.enum(states).optional(),
  skip_drain: flag,
  fix: flag,
  dry_run: flag,
  recreate_vms_created_before: flag,
});
const task = { 302: { says: 'With `format=full`: the task that asks the agents; `Location` is its path, `/tasks/{id}`.' } };
const d = '/deployments/{name}';
const instance = `${d}/jobs/{group}/{id}`;

export const deploymentEndpoints: readonly Endpoint[] = [
  endpoint('GET /deployments', 'list_deployments', 'All deployments', deploymentsSchema, { query: parts }),
  endpoint(`GET ${d}`, 'deployment:read', 'The manifest as last deployed', deploymentManifestSchema),
  endpoint('POST /deployments', 'create_deployment', 'Deploy a manifest', 'task', { query: deployQuerySchema, ...yaml }),
  endpoint(`POST ${d}/diff`, 'create_deployment', 'What a deploy would change', deploymentDiffSchema, {
    query: z.object({ redact: flag }),
    ...yaml,
  }),
  endpoint(`POST ${d}/plan`, 'create_deployment', 'What a deploy would do, and why', deploymentPlanSchema, {
    query: deployQuerySchema.omit({ dry_run: true, plan: true }).extend({ redact: flag }),
    ...yaml,
  }),
  endpoint(`DELETE ${d}`, 'deployment:admin', 'Delete a deployment', 'task', { query: z.object({ force: flag }) }),
  endpoint('GET /deployment_configs', 'list_deployments', 'The configs that deployments were made with', deploymentConfigsSchema, {
    query: z.object({ 'deployment[]': z.array(z.string()) }),
  }),
  endpoint(`GET ${d}/instances`, 'deployment:read', 'Instances', instancesSchema, { query: full, answers: task }),
  endpoint(`GET ${d}/vms`, 'deployment:read', 'VMs', instancesSchema, { query: full, answers: task }),
  endpoint(`GET ${instance}`, 'deployment:admin', 'One instance, by index or UUID', instanceStateSchema),
  endpoint(`GET ${instance}/logs`, 'deployment:admin', 'Fetch logs; `*` for all groups or instances', 'task', {
    query: z.object({ type: flag, filters: flag }),
  }),
  endpoint(`PUT ${d}/instance_groups/{group}/{id}/ignore`, 'deployment:admin', 'Have deploys leave an instance alone, or not', 'none', {
    ...json,
    body: ignorePutSchema,
    answers: { 200: { says: 'It is so.' } },
  }),
  endpoint(`PUT ${instance}/resurrection`, 'deployment:admin', 'Removed from the API', 'none', {
    answers: { 410: { says: 'Removed.', type: 'text/html' } },
  }),
  endpoint(`GET ${d}/variables`, 'deployment:admin', 'Names of the generated values', variablesSchema),
  endpoint('GET /deployed_variables/{name}', 'list_deployments', 'Deployments that have a generated value', deployedVariablesSchema),
  endpoint(`PUT ${d}/jobs/{group}`, 'deployment:admin', 'Start, stop, restart or recreate a group, or with `*` all', 'task', {
    query: changed.extend({ canaries: flag, max_in_flight: flag }),
    ...yaml,
  }),
  endpoint(`PUT ${instance}`, 'deployment:admin', 'Start, stop, restart or recreate an instance, and converge', 'task', {
    query: changed,
    ...yaml,
  }),
  endpoint(
    `POST ${d}/instance_groups/{group}/{id}/actions/{action}`,
    'deployment:admin',
    'Start, stop, restart or recreate an instance',
    'task',
    { query: z.object({ skip_drain: flag, hard: flag, ignore_unresponsive_agent: flag }) },
  ),
  endpoint(`GET ${d}/errands`, 'deployment:read', 'Errands', errandsSchema),
  endpoint(`POST ${d}/errands/{errand}/runs`, 'deployment:admin', 'Run an errand', 'task', { body: errandRunSchema }),
  endpoint(`GET ${d}/certificate_expiry`, 'deployment:read', 'Until when generated certificates hold', deployedCertificatesSchema),
  endpoint(`POST ${d}/ssh`, 'deployment:admin', 'Make a user for SSH on VMs, or remove it', 'task', { ...json, body: sshPostSchema }),
  endpoint(`GET ${d}/snapshots`, 'deployment:admin', 'Snapshots', snapshotsSchema),
  endpoint(`POST ${d}/snapshots`, 'deployment:admin', 'Take snapshots', 'task'),
  endpoint(`DELETE ${d}/snapshots`, 'deployment:admin', 'Delete all snapshots', 'task'),
  endpoint(`DELETE ${d}/snapshots/{cid}`, 'deployment:admin', 'Delete a snapshot', 'task'),
  endpoint(`GET ${instance}/snapshots`, 'deployment:admin', "An instance's snapshots", snapshotsSchema),
  endpoint(`POST ${instance}/snapshots`, 'deployment:admin', "Take an instance's snapshot", 'task'),
  endpoint(`POST ${d}/scans`, 'deployment:admin', 'Look for problems', 'task'),
  endpoint(`GET ${d}/problems`, 'deployment:admin', 'Problems that were found', problemsSchema),
  endpoint(`PUT ${d}/problems`, 'deployment:admin', 'Resolve problems', 'task', { body: problemsPutSchema, ...json }),
  endpoint(`PUT ${d}/scan_and_fix`, 'deployment:admin', 'Look for problems and resolve them', 'task', {
    body: scanAndFixPutSchema,
    ...json,
  }),
];
