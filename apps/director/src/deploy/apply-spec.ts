import type { ApplySpec } from '@bosh6/agent-protocol';
import type { JsonObject } from '@bosh6/base';
import { type AppliedState, type CompiledPackage, envHashes, type PlacedGroup, type PlacedInstance } from '@bosh6/plan';
import type { Scope } from '../engine/scope.js';
import { jobSpec } from '../rendering/instance-spec.js';
import type { RenderedTemplates } from '../rendering/rendered-templates.js';
import { blobFamily } from './endpoints.js';

export interface SpecFor {
  deployment: string;
  group: PlacedGroup;
  instance: PlacedInstance;
  /** By package name. */
  packages: ReadonlyMap<string, CompiledPackage>;
  templates: RenderedTemplates;
  /** What the VM really has; the placement's settings unless the IaaS chose some. */
  networks: Record<string, JsonObject>;
}

/** The spec that an agent applies (as bosh-agent). Packages come by signed URLs; the archive was uploaded to the agent, or comes likewise. */
export function applySpec(scope: Scope, of: SpecFor, archive: { id: string; signedUrl?: string }): ApplySpec {
  const { deployment, group, instance, templates, networks } = of;
  const { blobs, config } = scope.collaborators;
  const family = blobFamily(config, networks);
  return {
    deployment,
    job: jobSpec(group),
    name: group.name,
    id: instance.uuid,
    index: instance.index,
    az: instance.az ?? null,
    networks: networks as NonNullable<ApplySpec['networks']>,
    packages: Object.fromEntries(
      group.packages.map(({ name, version }) => {
        const compiled = of.packages.get(name);
        const { blobstoreId = '', sha1 = '', build = 0 } = compiled ?? {};
        const signed = blobs.signedUrl('GET', blobstoreId, { family });
        return [name, { name, version: `${version}.${build}`, sha1, blobstore_id: blobstoreId, signed_url: signed }];
      }),
    ),
    dns_domain_name: 'bosh',
    configuration_hash: templates.configurationHash,
    persistent_disk: group.persistentDisk?.sizeMib ?? 0,
    template_hashes: templates.templateHashes,
    rendered_templates_archive: {
      blobstore_id: archive.id,
      sha1: templates.sha1,
      ...(archive.signedUrl === undefined ? {} : { signed_url: archive.signedUrl }),
    },
  };
}

/** What is remembered of an instance once a spec is applied, for the next deploy to compare with. */
export function appliedState(of: SpecFor): AppliedState {
  const { group, instance, packages, templates } = of;
  const state: AppliedState = {
    stemcell: { name: instance.stemcell.name, version: instance.stemcell.version },
    cloudProperties: instance.cloudProperties,
    envHashes: envHashes(group.env),
    networks: instance.networks,
    jobs: group.jobs.map(({ name, job }) => ({ name, version: job.version, sha1: job.sha1 })),
    packages: Object.fromEntries(
      group.packages.flatMap(({ name, version }) => {
        const compiled = packages.get(name);
        if (compiled === undefined) return [];
        return [[name, { version: `${version}.${compiled.build}`, sha1: compiled.sha1, blobstoreId: compiled.blobstoreId }]];
      }),
    ),
    configurationHash: templates.configurationHash,
    tags: group.tags,
    ...(group.vmType === undefined ? {} : { vmType: group.vmType }),
  };
  return group.persistentDisk === undefined ? state : { ...state, persistentDisk: group.persistentDisk };
}
