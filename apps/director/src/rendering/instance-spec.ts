import type { JsonObject } from '@bosh6/base';
import type { Manifest } from '@bosh6/formats';
import { addressName, dnsName, type GroupJob, type Naming, type PlacedGroup, type PlacedInstance, usesNames } from '@bosh6/plan';

/** The `spec` that a job's templates see (formats reference 4.3); the renderer adds properties and links. */
export function instanceSpec(
  manifest: Pick<Manifest, 'name' | 'features'>,
  naming: Naming,
  group: PlacedGroup,
  instance: PlacedInstance,
  job: GroupJob,
): JsonObject {
  const { name: deployment } = manifest;
  const first = group.jobs[0];
  return {
    deployment,
    job: jobSpec(group),
    index: instance.index,
    id: instance.uuid,
    name: group.name,
    az: instance.az ?? null,
    bootstrap: instance.bootstrap,
    address: usesNames(manifest) ? addressName(naming, instance, instance.defaultNetwork) : instance.ip,
    ip: instance.ip,
    // Ours: `ip` can be of one family only.
    ipv4: instance.ipv4 ?? null,
    ipv6: instance.ipv6 ?? null,
    listen: instance.ipv6 === undefined ? '0.0.0.0' : '::',
    networks: Object.fromEntries(
      Object.entries(instance.networks).map(([name, settings]) => {
        const unknown = settings.type === 'dynamic' && settings.ip === undefined ? { ip: '127.0.0.1' } : {};
        return [name, { ...settings, ...unknown, dns_record_name: dnsName(deployment, instance, name, String(instance.index)) }];
      }),
    ),
    properties_need_filtering: true,
    dns_domain_name: 'bosh',
    persistent_disk: group.persistentDisk?.sizeMib ?? 0,
    release: { name: job.release, version: job.releaseVersion },
    ...(first === undefined ? { job: null } : {}),
  };
}

/** The group's `job` in templates' and apply specs. */
export function jobSpec(group: PlacedGroup): JsonObject {
  const [first] = group.jobs;
  return {
    name: group.name,
    template: first?.name ?? null,
    version: first?.job.version ?? null,
    templates: group.jobs.map(({ name, job }) => ({ name, version: job.version, sha1: job.sha1, blobstore_id: job.blobstoreId })),
  };
}
