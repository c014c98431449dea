import type { InstanceLine, ProcessLine, VitalsLine } from '@bosh6/director-api/client';
import type { Cell } from '../output/table.js';
import { decimalBytes, longTimeOf, uptime } from '../output/values.js';

export const vitalHeadings = [
  'VM Created At',
  'Uptime',
  'Load\n(1m, 5m, 15m)',
  'CPU\nTotal',
  'CPU\nUser',
  'CPU\nSys',
  'CPU\nWait',
  'Memory\nUsage',
  'Swap\nUsage',
  'System\nDisk Usage',
  'Ephemeral\nDisk Usage',
  'Persistent\nDisk Usage',
];

const percent = (value: string | null | undefined): string => ((value ?? '') === '' ? '' : `${value}%`);

function memory(usage: VitalsLine['mem']): string {
  return (usage?.percent ?? '') === '' ? '' : `${usage?.percent}% (${decimalBytes(Number(usage?.kb ?? 0) * 1000)})`;
}

function disk(vitals: VitalsLine | null | undefined, name: string): string {
  const usage = vitals?.disk?.[name];
  return (usage?.percent ?? '') === '' ? '' : `${usage?.percent}% (${usage?.inode_percent ?? ''}i%)`;
}

/** The VM's own vitals, in the order of `vitalHeadings`. */
export function vmVitals({ vitals, vm_created_at: createdAt }: InstanceLine): Cell[] {
  const seconds = vitals?.uptime?.secs;
  return [
    longTimeOf(createdAt),
    seconds === undefined || seconds === null ? '' : uptime(seconds),
    (vitals?.load ?? []).join(', '),
    '',
    percent(vitals?.cpu?.user),
    percent(vitals?.cpu?.sys),
    percent(vitals?.cpu?.wait),
    memory(vitals?.mem),
    memory(vitals?.swap),
    disk(vitals, 'system'),
    disk(vitals, 'ephemeral'),
    disk(vitals, 'persistent'),
  ];
}

/** A process knows its uptime, memory and CPU; the rest stays empty. */
export function processVitals({ uptime: up, mem, cpu }: ProcessLine, format: (seconds: number) => string): Cell[] {
  const { secs } = up ?? {};
  const { total } = cpu ?? {};
  const { percent: share, kb } = mem ?? {};
  const used = share === undefined || share === null ? '' : `${share.toFixed(1)}% (${decimalBytes((kb ?? 0) * 1000)})`;
  return [
    '',
    secs === undefined || secs === null ? '' : format(secs),
    '',
    total === undefined || total === null ? '' : `${total.toFixed(1)}%`,
    '',
    '',
    '',
    used,
    '',
    '',
    '',
    '',
  ];
}
