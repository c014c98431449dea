import { type Cases, stage, task, yes } from '../case.js';

const disk = {
  disk_cid: 'disk-1',
  size: 10240,
  az: 'z1',
  deployment_name: 'web',
  instance_name: 'front/u',
  cloud_properties: {},
  orphaned_at: '2026-01-05 10:20:30 UTC',
};
const dynamic = {
  name: 'data',
  disk_cid: 'disk-3',
  deployment: 'web',
  instance: 'front/u',
  availability_zone: 'z1',
  size: 1024,
  disk_pool_name: 'fast',
  cpi: 'one',
  metadata: {},
};
const snapshot = { job: 'front', index: 0, uuid: 'u', snapshot_cid: 'snap-1', created_at: '2026-01-05 10:20:30 UTC', clean: true };

/** CLI reference 2.5: disks, networks, snapshots. */
export const disks: Cases = {
  'disks --orphaned': {
    argv: ['disks', '--orphaned'],
    answers: { 'GET /disks': { json: [disk, { ...disk, disk_cid: 'disk-2', size: 512, orphaned_at: '2026-01-06 10:20:30 UTC' }] } },
  },
  disks: { fails: 2, says: 'which disks: --orphaned or --dynamic is missing', argv: ['disks'] },
  'disks --dynamic': {
    argv: ['disks', '--dynamic'],
    answers: { 'GET /dynamic_disks': { json: [{ ...dynamic, name: 'logs', size: 512 }, dynamic] } },
  },
  'disks --dynamic --orphaned': { fails: 2, says: '--orphaned and --dynamic are two lists', argv: ['disks', '--dynamic', '--orphaned'] },
  'delete-disk --dynamic': { argv: ['-n', 'delete-disk', '--dynamic', 'data'], answers: task('DELETE /dynamic_disks/data') },
  'delete-disk': {
    argv: ['delete-disk', 'disk-1'],
    input: yes,
    answers: task('DELETE /disks/disk-1', { events: stage('Deleting orphaned disks', 'disk-1') }),
  },
  'orphan-disk': { argv: ['-n', 'orphan-disk', 'disk-1'], answers: task('DELETE /disks/disk-1?orphan=true') },
  'attach-disk': {
    argv: ['-d', 'web', 'attach-disk', 'front/21894dfe-9441-4325-92aa-2f4ded0e2bd9', 'disk-1'],
    answers: task('PUT /disks/disk-1/attachments?deployment=web&instance_id=21894dfe-9441-4325-92aa-2f4ded0e2bd9&job=front'),
  },
  'attach-disk --disk-properties': {
    argv: ['-d', 'web', 'attach-disk', 'front/u', 'disk-1', '--disk-properties=copy'],
    answers: task('PUT /disks/disk-1/attachments?deployment=web&disk_properties=copy&instance_id=u&job=front'),
  },
  'networks --orphaned': {
    argv: ['networks', '--orphaned'],
    answers: {
      'GET /networks?orphaned=true': {
        json: [
          { name: 'b', type: 'manual', created_at: '2026-01-05 10:20:30 UTC', orphaned_at: '2026-01-06 10:20:30 UTC' },
          { name: 'a', type: 'manual', created_at: '2026-01-05 10:20:30 UTC', orphaned_at: '2026-01-06 10:20:30 UTC' },
        ],
      },
    },
  },
  'delete-network': { argv: ['-n', 'delete-network', 'a'], answers: task('DELETE /networks/a') },
  snapshots: {
    argv: ['-d', 'web', 'snapshots'],
    answers: { 'GET /deployments/web/snapshots': { json: [snapshot, { ...snapshot, index: 1, snapshot_cid: 'snap-2', clean: false }] } },
  },
  'take-snapshot': { argv: ['-d', 'web', 'take-snapshot'], answers: task('POST /deployments/web/snapshots') },
  'take-snapshot front/0': {
    argv: ['-d', 'web', 'take-snapshot', 'front/0'],
    answers: task('POST /deployments/web/jobs/front/0/snapshots'),
  },
  'delete-snapshot': {
    argv: ['-d', 'web', 'delete-snapshot', 'snap-1'],
    input: yes,
    answers: task('DELETE /deployments/web/snapshots/snap-1'),
  },
  'delete-snapshots': { argv: ['-n', '-d', 'web', 'delete-snapshots'], answers: task('DELETE /deployments/web/snapshots') },
};
