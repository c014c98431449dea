import type { DirectorInfo } from '@bosh6/director-api/client';
import type { Table } from '../output/table.js';

/** What a Director says about itself (as bosh-cli). */
export function directorTable(info: DirectorInfo): Table {
  const features = Object.entries(info.features ?? {})
    .map(([name, { status }]) => `${name}: ${status === true ? 'enabled' : 'disabled'}`)
    .sort();
  const rows: [string, string][] = [
    ['Name', info.name ?? ''],
    ['UUID', info.uuid ?? ''],
    ['Version', info.version ?? ''],
  ];
  if ((info.stemcell_os ?? '') !== '') rows.push(['Director Stemcell', `${info.stemcell_os}/${info.stemcell_version ?? ''}`]);
  if ((info.cpi ?? '') !== '') rows.push(['CPI', info.cpi ?? '']);
  if (features.length > 0) rows.push(['Features', features.join('\n')]);
  const user = info.user ?? '';
  rows.push(['User', user === '' ? '(not logged in)' : user]);
  return { api: { director: info }, header: rows.map(([heading]) => heading), rows: [rows.map(([, value]) => value)], transposed: true };
}
