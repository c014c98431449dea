import { type Cases, stage, task, yes } from '../case.js';

const web = {
  name: 'web',
  teams: ['t1', 't2'],
  cloud_config: 'latest',
  stemcells: [{ name: 'debian', version: '1.484' }],
  releases: [
    { name: 'nginx', version: '1.0' },
    { name: 'bpm', version: '2' },
  ],
  locked: false,
};
const manifest = 'name: web\nreleases: []\nstemcells: []\nupdate: {}\ninstance_groups: []\n';
const files = { 'web.yml': manifest };
const context = { cloud_config_ids: [7], runtime_config_ids: [] };
const diff = {
  context,
  diff: [
    ['instance_groups:', null],
    ['- name: web', 'added'],
  ],
};
const deployConfig = { id: '9', type: 'deploy', name: 'all', team: null, created_at: '2026-01-02 03:04:05 UTC', current: true };
const asked = { 'GET /configs?latest=true&limit=1&type=deploy': { json: [] }, 'POST /deployments/web/diff?redact=true': { json: diff } };

const ran = '{"instance":{"group":"front","id":"u1"},"errand_name":"smoke","exit_code":0,"stdout":"out","stderr":"","logs":{}}\n';
const errand = task('POST /deployments/web/errands/smoke/runs', { output: ran });
const stillRunning = {
  ...errand,
  'GET /tasks/7': [...['processing', 'processing', 'done'].map((state) => ({ json: { id: 7, state, started_at: 1767607230 } }))],
};

/** CLI reference 2.4. */
export const deployments: Cases = {
  deployments: {
    argv: ['deployments'],
    answers: { 'GET /deployments?exclude_configs=true': { json: [web, { ...web, name: 'api', teams: [] }] } },
  },
  'deployments, none': { argv: ['ds'], answers: { 'GET /deployments?exclude_configs=true': { json: [] } } },
  deployment: {
    argv: ['-d', 'web', 'deployment'],
    answers: {
      'GET /deployments': { json: [web] },
      'GET /deployment_configs?deployment[]=web': {
        json: [
          { id: 1, deployment: 'web', config: { id: 7, type: 'cloud', name: 'default' } },
          { id: 2, deployment: 'web', config: { id: 3, type: 'runtime', name: 'dns' } },
        ],
      },
    },
  },
  deploy: {
    argv: ['-d', 'web', 'deploy', 'web.yml'],
    files,
    input: yes,
    answers: {
      ...asked,
      ...task(`POST /deployments?context=${encodeURIComponent(JSON.stringify(context))}`, { events: stage('Updating instance', 'web/0') }),
    },
  },
  'deploy --recreate-persistent-disks --recreate-vms-created-before': {
    argv: [
      '-n',
      '-d',
      'web',
      'deploy',
      'web.yml',
      '--recreate-persistent-disks',
      '--recreate-vms-created-before',
      '2026-01-05T10:20:30+02:00',
    ],
    files,
    answers: {
      ...asked,
      ...task(
        `POST /deployments?context=${encodeURIComponent(JSON.stringify(context))}&recreate=true&recreate_persistent_disks=true` +
          '&recreate_vms_created_before=2026-01-05T08%3A20%3A30Z',
        { events: stage('Updating instance', 'web/0') },
      ),
    },
  },
  'deploy, flags of a deploy config': {
    argv: ['-n', '-d', 'web', 'deploy', 'web.yml'],
    files,
    answers: {
      ...asked,
      'GET /configs?latest=true&limit=1&type=deploy': {
        json: [{ ...deployConfig, content: 'flags: [recreate, recreate-persistent-disks]\ninclude: [web]\n' }],
      },
      ...task(`POST /deployments?context=${encodeURIComponent(JSON.stringify(context))}&recreate=true&recreate_persistent_disks=true`, {
        events: stage('Updating instance', 'web/0'),
      }),
    },
  },
  'deploy, no': { fails: 7, argv: ['-d', 'web', 'deploy', 'web.yml'], files, input: 'n\n', answers: asked },
  'deploy, a wrong name': {
    fails: 2,
    says: "'web.yml' is of deployment 'web', but 'other' is to be deployed",
    argv: ['-n', '-d', 'other', 'deploy', 'web.yml'],
    files,
  },
  manifest: { argv: ['-d', 'web', 'manifest'], answers: { 'GET /deployments/web': { json: { manifest } } } },
  'delete-deployment': {
    argv: ['-d', 'web', 'delete-deployment'],
    input: yes,
    answers: task('DELETE /deployments/web', { events: stage('Deleting instances', 'web/0') }),
  },
  'delete-deployment --force': { argv: ['-n', '-d', 'web', 'deld', '--force'], answers: task('DELETE /deployments/web?force=true') },
  'delete-deployment that was gone': {
    argv: ['-n', '-d', 'web', 'deld'],
    answers: {
      'DELETE /deployments/web': { status: 404, json: { code: 70000, description: "Deployment 'web' doesn't exist" } },
      'GET /deployments?exclude_configs=true': { json: [] },
      'GET /deployments': { json: [] },
    },
  },
  variables: {
    argv: ['-d', 'web', 'variables'],
    answers: {
      'GET /deployments/web/variables': {
        json: [
          { id: '2', name: '/d/web/b' },
          { id: '1', name: '/d/web/a' },
        ],
      },
    },
  },
  errands: {
    argv: ['-d', 'web', 'errands'],
    answers: { 'GET /deployments/web/errands': { json: [{ name: 'smoke' }, { name: 'backup' }] } },
  },
  'run-errand': {
    argv: ['-d', 'web', 'run-errand', 'smoke', '--keep-alive', '--instance', 'front/0', '--instance', 'back'],
    answers: task('POST /deployments/web/errands/smoke/runs', {
      events: stage('Running errand', 'front/0'),
      output:
        '{"instance":{"group":"front","id":"u1"},"errand_name":"smoke","exit_code":0,"stdout":"all\\nwell\\n","stderr":"","logs":{"blobstore_id":"b1","sha1":""}}\n' +
        '{"instance":{"group":"back","id":"u2"},"errand_name":"smoke","exit_code":0,"stdout":"","stderr":"hm","logs":{}}\n',
    }),
  },
  'run-errand that failed': {
    fails: 6,
    says: "errand 'smoke' ended with 3",
    argv: ['-d', 'web', 'run-errand', 'smoke', '--when-changed'],
    answers: task('POST /deployments/web/errands/smoke/runs', {
      output: '{"instance":{"group":"front","id":"u1"},"errand_name":"smoke","exit_code":3,"stdout":"out","stderr":"err","logs":{}}\n',
    }),
  },
  'run-errand --with-heartbeat': {
    argv: ['-d', 'web', 'run-errand', 'smoke', '--with-heartbeat'],
    answers: stillRunning,
  },
  'run-errand --with-heartbeat, into a pipe': {
    argv: ['-d', 'web', 'run-errand', 'smoke', '--with-heartbeat=60'],
    answers: stillRunning,
    pipe: true,
  },
  'run-errand --download-logs': {
    argv: ['-d', 'web', 'run-errand', 'smoke', '--download-logs'],
    answers: {
      ...task('POST /deployments/web/errands/smoke/runs', {
        output:
          '{"instance":{"group":"front","id":"u1"},"errand_name":"smoke","exit_code":0,"stdout":"","stderr":"","logs":{"blobstore_id":"b1","sha1":""}}\n',
      }),
      'GET /resources/b1': { text: 'an archive' },
    },
  },
};
