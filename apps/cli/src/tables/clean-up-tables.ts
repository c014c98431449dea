import type { CleanUpPreview } from '@bosh6/director-api/client';
import { type Cell, sortRows, type Table } from '../output/table.js';

/** A table a kind of thing that a clean-up would remove, empty ones too (as bosh-cli, which knows no bundles of logs). */
export function cleanUpTables(preview: CleanUpPreview): Table[] {
  const releases = (preview.releases ?? []).flatMap(({ name, versions }) => (versions ?? []).map((version) => [name, version]));
  const stemcells = (preview.stemcells ?? []).map(({ name, version }) => [name, version]);
  const packages = (preview.compiled_packages ?? []).map((one) => [one.package_name, one.stemcell_os, one.stemcell_version]);
  const disks = (preview.orphaned_disks ?? []).map((one) => [
    one.disk_cid,
    one.deployment_name ?? '',
    one.instance_name ?? '',
    String(one.size ?? 0),
  ]);
  const vms = (preview.orphaned_vms ?? []).map((one) => [one.cid, one.deployment_name ?? '', one.instance_name ?? '']);
  const bundles = (preview.log_bundles ?? []).map((id) => [id]);
  const table = (title: string, header: string[], rows: Cell[][]): Table => ({ title, header, rows: sortRows(rows, [0]) });
  return [
    table('Unused Releases', ['Name', 'Version'], releases),
    table('Unused Stemcells', ['Name', 'Version'], stemcells),
    table('Unused Compiled Packages', ['Name', 'Stemcell OS', 'Stemcell Version'], packages),
    table(
      'Exported Releases',
      ['Blob ID'],
      (preview.exported_releases ?? []).map((id) => [id]),
    ),
    table(
      'Stale DNS Record Blobs',
      ['Blob ID'],
      (preview.dns_blobs ?? []).map((id) => [id]),
    ),
    ...(bundles.length === 0 ? [] : [table('Log Bundles', ['Blob ID'], bundles)]),
    table('Orphaned Disks', ['Disk CID', 'Deployment', 'Instance', 'Size (mb)'], disks),
    table('Orphaned VMs', ['VM CID', 'Deployment', 'Instance'], vms),
  ];
}
