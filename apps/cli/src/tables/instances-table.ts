import type { Json } from '@bosh6/base';
import type { InstanceLine } from '@bosh6/director-api/client';
import { type Cell, sortRows, type Table } from '../output/table.js';
import { sortedCellYaml, uptime } from '../output/values.js';
import { processVitals, vitalHeadings, vmVitals } from './vitals.js';

export interface InstancesView {
  readonly deployment: string;
  /** `--ps` */
  readonly processes?: boolean;
  readonly details?: boolean;
  readonly vitals?: boolean;
  /** Only what does not run well. */
  readonly failing?: boolean;
  /** For a program: columns do not come and go with their content. */
  readonly exact?: boolean;
}

/** The table of `instances` (as bosh-cli). */
export function instancesTable(lines: readonly InstanceLine[], wanted: InstancesView): Table {
  const shown = lines.filter((line) => wanted.failing !== true || !isRunning(line));
  // A person wants to hear of foreign addresses when there are some.
  const told = wanted.exact === true || shown.some(({ foreign_addresses: found }) => (found ?? []).length > 0);
  const view = { ...wanted, foreign: wanted.details === true && told };
  const header = [
    'Instance',
    ...(view.processes === true ? ['Process'] : []),
    'Process State',
    'AZ',
    'IPs',
    'Deployment',
    ...(view.details === true ? ['State', 'VM CID', 'VM Type', 'Disk CIDs', 'Agent ID', 'Index', 'Bootstrap', 'Ignore'] : []),
    ...(view.foreign ? ['Foreign Addresses'] : []),
    ...(view.vitals === true ? vitalHeadings : []),
  ];
  const rows = shown.flatMap((line) => [instanceRow(line, view), ...(view.processes === true ? processRows(line, view) : [])]);
  const sorted = view.processes === true ? sortRows(rows, [0], [1]) : sortRows(rows, [0]);
  const api = shown.map((line) => ({ deployment: view.deployment, ...line }));
  return { api, title: `Deployment '${view.deployment}'`, content: 'instances', header, rows: sorted, count: shown.length };
}

/** The table of `vms`. */
export function vmsTable(lines: readonly InstanceLine[], view: { deployment: string; vitals?: boolean; cloudProperties?: boolean }): Table {
  const header = [
    'Instance',
    'Process State',
    'AZ',
    'IPs',
    'VM CID',
    'VM Type',
    'Active',
    'Stemcell',
    ...(view.cloudProperties === true ? ['Cloud Properties'] : []),
    ...(view.vitals === true ? vitalHeadings : []),
  ];
  const rows = lines.map((line): Cell[] => [
    instanceName(line),
    stateCell(line),
    line.az ?? '',
    (line.ips ?? []).join('\n'),
    line.vm_cid ?? '',
    line.vm_type ?? '',
    line.active === undefined || line.active === null ? '' : String(line.active),
    line.stemcell?.name === undefined ? '' : `${line.stemcell.name}/${line.stemcell.version ?? ''}`,
    ...(view.cloudProperties === true ? [sortedCellYaml((line.cloud_properties ?? {}) as Json)] : []),
    ...(view.vitals === true ? vmVitals(line) : []),
  ]);
  const api = lines.map((line) => ({ deployment: view.deployment, ...line }));
  return { api, title: `Deployment '${view.deployment}'`, content: 'vms', header, rows: sortRows(rows, [0]) };
}

type View = InstancesView & { readonly foreign: boolean };

function instanceRow(line: InstanceLine, view: View): Cell[] {
  const disks = line.disk_cids ?? [];
  const diskCids = disks.length > 0 ? disks : line.disk_cid === undefined || line.disk_cid === null ? [] : [line.disk_cid];
  return [
    instanceName(line),
    ...(view.processes === true ? [''] : []),
    stateCell(line),
    line.az ?? '',
    (line.ips ?? []).join('\n'),
    view.deployment,
    ...(view.details === true
      ? [
          line.state ?? '',
          line.vm_cid ?? '',
          line.vm_type ?? '',
          diskCids.join('\n'),
          line.agent_id ?? '',
          String(line.index ?? ''),
          String(line.bootstrap ?? false),
          String(line.ignore ?? false),
        ]
      : []),
    ...(view.foreign ? [foreignCell(line)] : []),
    ...(view.vitals === true ? vmVitals(line) : []),
  ];
}

function processRows(line: InstanceLine, view: View): Cell[][] {
  const processes = (line.processes ?? []).filter(({ state }) => view.failing !== true || state !== 'running');
  return processes.map((process) => [
    instanceName(line),
    process.name ?? '',
    { text: process.state ?? '', good: process.state === 'running' },
    '',
    '',
    '',
    ...(view.details === true ? ['', '', '', '', '', '', '', ''] : []),
    ...(view.foreign ? [''] : []),
    ...(view.vitals === true ? processVitals(process, uptime) : []),
  ]);
}

/** What sits on the VM's interfaces though nobody assigned it, or does not though somebody did. */
function foreignCell({ foreign_addresses: found }: InstanceLine): Cell {
  const text = (found ?? []).map(({ nic, address, kind }) => `${nic ?? '?'} ${address ?? '?'} (${kind ?? '?'})`).join('\n');
  return text === '' ? '' : { text, good: false };
}

const instanceName = ({ job_name: group, id }: InstanceLine): string =>
  `${(group ?? '') === '' ? '?' : group}${(id ?? '') === '' ? '' : `/${id}`}`;

/** The agent's state; empty when it says `running` and runs nothing. */
function stateCell(line: InstanceLine): Cell {
  const state = line.job_state ?? '';
  const idle = state === 'running' && (line.processes ?? []).length === 0;
  const text = idle ? '' : state;
  return text === '' ? '' : { text, good: isRunning(line) };
}

const isRunning = ({ job_state: state, processes }: InstanceLine): boolean =>
  state === 'running' && (processes ?? []).every((process) => process.state === 'running');
