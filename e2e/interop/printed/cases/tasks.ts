import { type Cases, stage, task } from '../case.js';

const row = {
  id: 37,
  state: 'processing',
  description: 'create deployment',
  timestamp: 1767607230,
  started_at: 1767607220,
  result: null,
  user: 'admin',
  deployment: 'web',
  context_id: '',
};
const done = { ...row, id: 36, state: 'done', result: '/deployments/web' };
const running = 'state=processing%2Ccancelling%2Cqueued';

/** CLI reference 2.2, and 2.1 as far as a Director is asked. */
export const tasks: Cases = {
  environment: { argv: ['environment'] },
  'environment --details': {
    argv: ['env', '--details'],
    answers: {
      'GET /director/certificate_expiry': {
        json: [
          { certificate_path: 'director.ssl', expiry: '2027-01-05T10:20:30Z', days_left: 300 },
          { certificate_path: 'nats.ca', expiry: '2026-02-05T10:20:30Z', days_left: 12 },
        ],
      },
    },
  },
  tasks: { argv: ['tasks'], answers: { [`GET /tasks?${running}&verbose=2`]: { json: [row, done] } } },
  'tasks, none': { argv: ['tasks'], answers: { [`GET /tasks?${running}&verbose=2`]: { json: [] } } },
  'tasks --recent': { argv: ['tasks', '--recent'], answers: { 'GET /tasks?limit=30&verbose=1': { json: [done] } } },
  'tasks --recent=5 --all -d web': {
    argv: ['-d', 'web', 'tasks', '--recent=5', '--all'],
    answers: { 'GET /tasks?deployment=web&limit=5&verbose=2': { json: [done] } },
  },
  'task 7': { argv: ['task', '7'], answers: task('-', { events: stage('Updating instance', 'web/0') }) },
  'task 7 into a pipe': { argv: ['task', '7'], answers: task('-', { events: stage('Updating instance', 'web/0') }), pipe: true },
  'task 7 --debug into a pipe': { argv: ['task', '7', '--debug'], answers: task('-'), pipe: true },
  'environment into a pipe': { argv: ['environment'], pipe: true },
  'task 7, no events': { argv: ['task', '7'], answers: task('-') },
  'task 7 that failed': {
    fails: 6,
    says: "task 7 ended in state 'error' (error 400007)",
    argv: ['task', '7'],
    answers: task('-', { state: 'error', events: [{ time: 1767607230, error: { code: 400007, message: 'not running' } }] }),
  },
  'task 7 --debug': { argv: ['task', '7', '--debug'], answers: task('-') },
  'task 7 --cpi': { argv: ['task', '7', '--cpi'], answers: task('-') },
  'task 7 --result': { argv: ['task', '7', '--result'], answers: task('-', { output: '{"a":1}\n' }) },
  'task 7 --event': { argv: ['task', '7', '--event'], answers: task('-', { events: stage('Updating instance', 'web/0') }) },
  'task, none': { fails: 3, says: 'no task runs', argv: ['task'], answers: { [`GET /tasks?${running}&verbose=1`]: { json: [] } } },
  'cancel-task': { argv: ['cancel-task', '7'], answers: { ...task('-', { state: 'processing' }), 'DELETE /task/7': { status: 204 } } },
  'cancel-tasks': { argv: ['cancel-tasks'], answers: { 'POST /tasks/cancel': { status: 204 } } },
  'cancel-tasks, chosen': {
    argv: ['-d', 'web', 'cts', '-t=update_deployment', '-t=ssh', '-s=queued', '-s=processing'],
    answers: { 'POST /tasks/cancel': { status: 204 } },
  },
  locks: {
    argv: ['locks'],
    answers: {
      'GET /locks': {
        json: [
          { type: 'release', resource: ['nginx'], timeout: '1767607231.5', task_id: '38' },
          { type: 'deployment', resource: ['web'], timeout: '1767607230.000000', task_id: '37' },
          { type: 'compile', resource: ['4', '7'], timeout: '1767607232', task_id: '37' },
        ],
      },
    },
  },
  'locks, none': { argv: ['locks'], answers: { 'GET /locks': { json: [] } } },
  'clean-up': { argv: ['clean-up'], input: 'y\n', answers: task('POST /cleanup', { events: stage('Deleting releases', 'nginx/1') }) },
  'clean-up --all --keep-orphaned-disks': {
    argv: ['-n', 'clean-up', '--all', '--keep-orphaned-disks'],
    answers: task('POST /cleanup'),
  },
  'clean-up, no': { fails: 7, argv: ['clean-up'], input: 'n\n' },
  'clean-up --dry-run': {
    argv: ['clean-up', '--dry-run'],
    answers: {
      'GET /cleanup/dryrun?keep_orphaned_disks=false&remove_all=false': {
        json: {
          releases: [{ name: 'nginx', versions: ['2', '1'] }],
          stemcells: [
            {
              name: 'debian',
              operating_system: 'debian-bookworm',
              version: '1.1',
              cid: 'sc',
              cpi: '',
              deployments: [],
              api_version: 3,
              id: 1,
            },
          ],
          compiled_packages: [{ package_name: 'nginx', stemcell_os: 'debian-bookworm', stemcell_version: '1.1' }],
          orphaned_disks: [
            {
              disk_cid: 'disk-1',
              size: 1024,
              az: 'z1',
              deployment_name: 'web',
              instance_name: 'front/u',
              cloud_properties: {},
              orphaned_at: '2026-01-05 10:20:30 UTC',
            },
          ],
          orphaned_vms: [
            {
              az: 'z1',
              cid: 'vm-1',
              deployment_name: 'web',
              instance_name: 'front/u',
              ip_addresses: ['fd00::2'],
              orphaned_at: '2026-01-05 10:20:30 UTC',
            },
          ],
          exported_releases: ['blob-1'],
          dns_blobs: ['blob-2'],
        },
      },
    },
  },
  'curl /info': { argv: ['curl', '/info'] },
  'curl, a PUT with a body': {
    argv: ['curl', '-X', 'PUT', '-H', 'Content-Type: application/json', '--body', 'body.json', '/resurrection'],
    files: { 'body.json': '{"resurrection_paused":true}' },
    answers: { 'PUT /resurrection': { text: '' } },
  },
  'curl, refused': { fails: 3, says: 'GET /nothing was answered with 404', argv: ['curl', '/nothing'] },
  events: {
    argv: ['events'],
    answers: {
      'GET /events': {
        json: [
          {
            id: '4',
            parent_id: '3',
            timestamp: 1767607233,
            user: 'admin',
            action: 'create',
            object_type: 'vm',
            object_name: 'vm-1',
            task: '37',
            deployment: 'web',
            instance: 'front/u',
            context: { b: 'c', a: 1, list: ['d', 'e'] },
          },
          {
            id: '3',
            timestamp: 1767607230,
            user: 'admin',
            action: 'create',
            object_type: 'vm',
            task: '37',
            deployment: 'web',
            error: 'no space',
          },
        ],
      },
    },
  },
  'events, chosen': {
    argv: [
      ...[
        '-d',
        'web',
        'events',
        '--before-id',
        '9',
        '--before',
        '2026-01-05T10:20:30Z',
        '--after',
        '2026-01-04T10:20:30Z',
        '--task',
        '37',
        '--instance',
        'front/u',
      ],
      ...['--event-user', 'admin', '--action', 'create', '--object-type', 'vm', '--object-name', 'vm-1'],
    ],
    answers: {
      'GET /events?action=create&after_time=2026-01-04T10%3A20%3A30Z&before_id=9&before_time=2026-01-05T10%3A20%3A30Z&deployment=web&instance=front%2Fu&object_name=vm-1&object_type=vm&task=37&user=admin':
        { json: [] },
    },
  },
  event: {
    argv: ['event', '4'],
    answers: {
      'GET /events/4': {
        json: {
          id: '4',
          parent_id: '3',
          timestamp: 1767607233,
          user: 'admin',
          action: 'create',
          object_type: 'vm',
          object_name: 'vm-1',
          context: { b: 'c', a: 1, list: ['d', 'e'] },
        },
      },
    },
  },
  'update-resurrection off': { argv: ['update-resurrection', 'off'], answers: { 'PUT /resurrection': { text: '' } } },
  'update-resurrection enable': { argv: ['update-resurrection', 'enable'], answers: { 'PUT /resurrection': { text: '' } } },
};
