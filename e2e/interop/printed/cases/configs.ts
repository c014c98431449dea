import { type Cases, yes } from '../case.js';

const content = 'azs:\n- name: z1\n';
const config = { content, id: '7', type: 'cloud', name: 'default', team: null, created_at: '2026-01-05 10:20:30 UTC', current: true };
const diff = [
  ['azs:', null],
  ['- name: z1', 'added'],
  ['- name: z2', 'removed'],
];
const files = { 'cloud.yml': content };
const list = [{ properties: content, created_at: '2026-01-05 10:20:30 UTC' }];

/** CLI reference 2.3. */
export const configs: Cases = {
  configs: {
    argv: ['configs'],
    answers: {
      'GET /configs?latest=true&limit=1': { json: [config, { ...config, id: '6', type: 'runtime', team: 'ops', current: false }] },
    },
  },
  'configs --recent=3 --type cloud': {
    argv: ['cs', '--recent=3', '--type=cloud'],
    answers: { 'GET /configs?latest=false&limit=3&type=cloud': { json: [config, { ...config, id: '5', current: false }] } },
  },
  'configs, none': { argv: ['configs'], answers: { 'GET /configs?latest=true&limit=1': { json: [] } } },
  'config 7': { argv: ['config', '7'], answers: { 'GET /configs/7': { json: config } } },
  'config by type and name': {
    argv: ['config', '--type', 'cloud', '--name', 'default'],
    answers: { 'GET /configs?latest=true&limit=1&name=default&type=cloud': { json: [config] } },
  },
  'config, none': {
    fails: 3,
    says: "there is no cloud config 'x'",
    argv: ['config', '--type=cloud', '--name=x'],
    answers: { 'GET /configs?latest=true&limit=1&name=x&type=cloud': { json: [] } },
  },
  'update-config': {
    argv: ['update-config', '--type', 'cloud', '--name', 'default', 'cloud.yml'],
    files,
    input: yes,
    answers: { 'POST /configs/diff': { json: { diff, from: { id: '6' } } }, 'POST /configs': { status: 201, json: config } },
  },
  'update-config, changed meanwhile': {
    fails: 3,
    says: "the newest cloud config 'default' is now 8, not 6",
    argv: ['-n', 'update-config', '--type', 'cloud', '--name', 'default', 'cloud.yml'],
    files,
    answers: {
      'POST /configs/diff': { json: { diff, from: { id: '6' } } },
      'POST /configs': { status: 412, json: { latest_id: '8', expected_latest_id: '6', description: 'Latest Id: 8' } },
    },
  },
  'update-config, no': {
    fails: 7,
    argv: ['update-config', '--type', 'cloud', '--name', 'default', 'cloud.yml'],
    files,
    input: 'n\n',
    answers: { 'POST /configs/diff': { json: { diff, from: { id: '6' } } } },
  },
  'delete-config 7': { argv: ['-n', 'delete-config', '7'], answers: { 'DELETE /configs/7': { status: 204 } } },
  'delete-config by type and name': {
    argv: ['delete-config', '--type', 'cloud', '--name', 'default'],
    input: yes,
    answers: { 'DELETE /configs?name=default&type=cloud': { status: 204 } },
  },
  'delete-config, none': {
    argv: ['-n', 'dc', '--type', 'cloud', '--name', 'default'],
    answers: { 'DELETE /configs?name=default&type=cloud': { status: 404, text: 'none' } },
  },
  'diff-config by ids': {
    argv: ['diff-config', '--from-id', '6', '--to-id', '7'],
    answers: { 'POST /configs/diff': { json: { diff } } },
  },
  'diff-config by id and text': {
    argv: ['diff-config', '--from-id', '6', '--to-content', 'cloud.yml'],
    files,
    answers: { 'POST /configs/diff': { json: { diff } } },
  },
  'cloud-config': { argv: ['cloud-config'], answers: { 'GET /cloud_configs?limit=1&name=': { json: list } } },
  'cloud-config --name x': { argv: ['cc', '--name', 'x'], answers: { 'GET /cloud_configs?limit=1&name=x': { json: list } } },
  'cloud-config, none': { fails: 3, argv: ['cloud-config'], answers: { 'GET /cloud_configs?limit=1&name=': { json: [] } } },
  'update-cloud-config': {
    argv: ['update-cloud-config', 'cloud.yml'],
    files,
    input: yes,
    answers: { 'POST /cloud_configs/diff?name=': { json: { diff } }, 'POST /cloud_configs?name=': { status: 201 } },
  },
  'update-cloud-config --name x': {
    argv: ['-n', 'ucc', '--name', 'x', 'cloud.yml'],
    files,
    answers: { 'POST /cloud_configs/diff?name=x': { json: { diff: [] } }, 'POST /cloud_configs?name=x': { status: 201 } },
  },
  'runtime-config': { argv: ['runtime-config'], answers: { 'GET /runtime_configs?limit=1&name=': { json: list } } },
  'update-runtime-config': {
    argv: ['-n', 'update-runtime-config', '--no-redact', 'runtime.yml'],
    files: { 'runtime.yml': 'releases: []\naddons: []\n' },
    answers: {
      'POST /runtime_configs/diff?name=&redact=false': { json: { diff } },
      'POST /runtime_configs?name=': { status: 201 },
    },
  },
  'update-runtime-config --name dns': {
    argv: ['-n', 'urc', '--name', 'dns', 'runtime.yml'],
    files: { 'runtime.yml': 'releases: []\naddons: []\n' },
    answers: {
      'POST /runtime_configs/diff?name=dns': { json: { diff } },
      'POST /runtime_configs?name=dns': { status: 201 },
    },
  },
  'cpi-config': { argv: ['cpi-config'], answers: { 'GET /cpi_configs?limit=1': { json: list } } },
  'update-cpi-config': {
    argv: ['-n', 'update-cpi-config', 'cpi.yml'],
    files: { 'cpi.yml': 'cpis: []\n' },
    answers: { 'POST /cpi_configs/diff': { json: { diff } }, 'POST /cpi_configs': { status: 201 } },
  },
};
