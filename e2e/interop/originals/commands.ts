/** Commands of the stock CLI 7.10, by the groups of its documentation. */
export const stockCommands: Readonly<Record<string, readonly string[]>> = {
  'environments, session': words(
    'environment environments alias-env unalias-env log-in log-out create-env delete-env stop-env start-env help completion',
  ),
  tasks: words('task tasks cancel-task cancel-tasks locks clean-up curl events event'),
  configs: words(
    'config configs update-config delete-config diff-config cloud-config update-cloud-config cpi-config update-cpi-config ' +
      'runtime-config update-runtime-config',
  ),
  deployments: words('deployments deployment deploy manifest delete-deployment variables interpolate errands run-errand'),
  'instances, VMs, disks': words(
    'instances vms orphaned-vms delete-vm update-resurrection ignore unignore start stop restart recreate cloud-check ' +
      'create-recovery-plan recover logs ssh scp pcap disks attach-disk delete-disk orphan-disk networks delete-network ' +
      'snapshots take-snapshot delete-snapshot delete-snapshots',
  ),
  'stemcells, releases': words(
    'stemcells upload-stemcell delete-stemcell inspect-local-stemcell repack-stemcell releases upload-release delete-release ' +
      'export-release inspect-release inspect-local-release',
  ),
  'release authoring': words(
    'init-release reset-release generate-job generate-package blobs add-blob remove-blob sync-blobs upload-blobs create-release ' +
      'finalize-release vendor-package sha1ify-release sha2ify-release',
  ),
};

function words(text: string): readonly string[] {
  return text.split(' ');
}
