import { type Case, type Cases, stage, task, yes } from '../case.js';

const base = {
  vm_cid: 'vm-1',
  active: true,
  vm_created_at: '2026-01-02T03:04:05Z',
  cloud_properties: { nested: { list: ['c', { e: 1, d: [2] }], a: 'b' }, cpu: 2 },
  disk_cid: 'disk-1',
  disk_cids: ['disk-1', 'disk-2'],
  ips: ['10.0.0.5', 'fd7a::5'],
  agent_id: 'agent-1',
  job_name: 'front',
  index: 0,
  job_state: 'running',
  state: 'started',
  vm_type: 'small',
  vitals: {
    cpu: { sys: '0.3', user: '0.1', wait: '0.0' },
    disk: {
      system: { inode_percent: '34', percent: '66' },
      ephemeral: { inode_percent: '5', percent: '32' },
      persistent: { inode_percent: '0', percent: '1' },
    },
    load: ['0.00', '0.01', '0.10'],
    mem: { kb: '605008', percent: '7' },
    swap: { kb: '75436', percent: '1' },
    uptime: { secs: 1212184 },
  },
  processes: [{ name: 'nginx', state: 'running', uptime: { secs: 1212184 }, mem: { kb: 776, percent: 0.1 }, cpu: { total: 0.2 } }],
  az: 'z1',
  id: '21894dfe-9441-4325-92aa-2f4ded0e2bd9',
  bootstrap: true,
  ignore: false,
  stemcell: { name: 'debian', version: '1.484', api_version: 3 },
};
const failing = {
  ...base,
  vm_cid: 'vm-2',
  id: '11894dfe-9441-4325-92aa-2f4ded0e2bd9',
  index: 1,
  bootstrap: false,
  job_state: 'failing',
  disk_cid: null,
  disk_cids: [],
  processes: [{ name: 'nginx', state: 'failing', uptime: { secs: 1 }, mem: { kb: 0, percent: 0 }, cpu: { total: 0 } }],
};
const gone = {
  ...base,
  vm_cid: null,
  active: null,
  id: '31894dfe-9441-4325-92aa-2f4ded0e2bd9',
  ips: [],
  agent_id: null,
  job_state: null,
  vitals: null,
  processes: [],
  vm_created_at: '',
};
const output = [base, failing, gone].map((line) => `${JSON.stringify(line)}\n`).join('');

const listing = (what: 'instances' | 'vms', ...argv: string[]): Case => ({
  argv: ['-d', 'web', what, ...argv],
  answers: task(`GET /deployments/web/${what}?format=full`, { output }),
});
const change = (argv: string[], started: string): Case => ({
  argv: ['-n', '-d', 'web', ...argv],
  answers: task(started, { events: stage('Updating instance', 'front/0') }),
});
const at = '/deployments/web/jobs';
const act = '/deployments/web/instance_groups/front/0/actions';

/** CLI reference 2.5, but for problems and disks. */
export const instances: Cases = {
  instances: listing('instances'),
  'instances --details': listing('instances', '--details'),
  'instances --ps': listing('instances', '--ps'),
  'instances --vitals': listing('instances', '--vitals'),
  'instances --failing': listing('instances', '--failing'),
  'instances --ps --vitals --details --failing': listing('instances', '-p', '--vitals', '-i', '-f'),
  'instances --column': listing('instances', '--column', 'Instance', '--column', 'IPs'),
  'instances --json': listing('instances', '--json'),
  'instances into a pipe': { ...listing('instances', '--ps'), pipe: true },
  'vms --vitals into a pipe': { ...listing('vms', '--vitals'), pipe: true },
  'instances of all deployments': {
    argv: ['instances'],
    answers: {
      'GET /deployments?exclude_configs=true': { json: [{ name: 'web', teams: [], releases: [], stemcells: [] }] },
      'GET /deployments': { json: [{ name: 'web', teams: [], releases: [], stemcells: [] }] },
      ...task('GET /deployments/web/instances?format=full', { output }),
    },
  },
  vms: listing('vms'),
  'vms --vitals': listing('vms', '--vitals'),
  'vms --cloud-properties': listing('vms', '--cloud-properties'),
  'orphaned-vms': {
    argv: ['orphaned-vms'],
    answers: {
      'GET /orphaned_vms': {
        json: [
          {
            az: 'z1',
            cid: 'vm-1',
            deployment_name: 'web',
            instance_name: 'front/u',
            ip_addresses: ['10.0.9.2', 'fd00::2'],
            orphaned_at: '2026-01-05 10:20:30 UTC',
          },
          {
            az: null,
            cid: 'vm-2',
            deployment_name: 'web',
            instance_name: 'front/v',
            ip_addresses: [],
            orphaned_at: '2026-01-05 10:20:31 UTC',
          },
        ],
      },
    },
  },
  'delete-vm': {
    argv: ['-d', 'web', 'delete-vm', 'vm-1'],
    input: yes,
    answers: task('DELETE /vms/vm-1', { events: stage('Delete VM', 'vm-1') }),
  },
  ignore: { argv: ['-d', 'web', 'ignore', 'front/0'], answers: { 'PUT /deployments/web/instance_groups/front/0/ignore': { text: '' } } },
  unignore: {
    argv: ['-d', 'web', 'unignore', 'front/0'],
    answers: { 'PUT /deployments/web/instance_groups/front/0/ignore': { text: '' } },
  },
  start: { argv: ['-d', 'web', 'start'], input: yes, answers: task(`PUT ${at}/*?state=started`) },
  'start front': change(['start', 'front'], `PUT ${at}/front?state=started`),
  'start front/0 --no-converge': change(['start', 'front/0', '--no-converge'], `POST ${act}/start`),
  'stop front/0 --skip-drain': change(['stop', 'front/0', '--skip-drain'], `PUT ${at}/front/0?skip_drain=true&state=stopped`),
  'stop --hard': change(
    ['stop', '--hard', '--max-in-flight', '50%', '--canaries', '0'],
    `PUT ${at}/*?canaries=0&max_in_flight=50%25&state=detached`,
  ),
  'stop front/0 --hard --no-converge': change(
    ['stop', 'front/0', '--hard', '--skip-drain', '--no-converge'],
    `POST ${act}/stop?hard=true&skip_drain=true`,
  ),
  'restart front': change(['restart', 'front'], `PUT ${at}/front?state=restart`),
  'restart front/0 --no-converge': change(['restart', 'front/0', '--no-converge'], `POST ${act}/restart`),
  'recreate --fix --dry-run': change(['recreate', '--fix', '--dry-run'], `PUT ${at}/*?dry_run=true&fix=true&state=recreate`),
  'recreate front/0 --no-converge --fix': change(
    ['recreate', 'front/0', '--no-converge', '--fix'],
    `POST ${act}/recreate?ignore_unresponsive_agent=true`,
  ),
  'recreate --vms-created-before': change(
    ['recreate', '--vms-created-before', '2026-01-05T10:20:30Z'],
    `PUT ${at}/*?recreate_vms_created_before=2026-01-05T10%3A20%3A30Z&state=recreate`,
  ),
  'recreate front/0 --vms-created-before, without a zone': change(
    ['recreate', 'front/0', '--vms-created-before', '2026-01-05T10:20:30'],
    `PUT ${at}/front/0?recreate_vms_created_before=2026-01-05T10%3A20%3A30Z&state=recreate`,
  ),
  'recreate front --no-converge': {
    fails: 2,
    says: '--no-converge acts on one instance: GROUP/ID is missing',
    argv: ['-n', '-d', 'web', 'recreate', 'front', '--no-converge'],
  },
  'stop --no-converge --canaries': {
    fails: 2,
    says: '--no-converge takes no --canaries and no --max-in-flight',
    argv: ['-n', '-d', 'web', 'stop', 'front/0', '--no-converge', '--canaries', '1'],
  },
  'logs front/0': {
    argv: ['-d', 'web', 'logs', 'front/0'],
    answers: { ...task('GET /deployments/web/jobs/front/0/logs?type=job', { result: 'b1' }), 'GET /resources/b1': { text: 'an archive' } },
  },
  'logs --all-logs --only': {
    argv: ['-d', 'web', 'logs', '--all-logs', '--only', 'a,b'],
    answers: {
      ...task('GET /deployments/web/jobs/*/*/logs?filters=a%2Cb&type=agent%2Cjob%2Csystem', { result: 'b1' }),
      'GET /resources/b1': { text: 'an archive' },
    },
  },
};
