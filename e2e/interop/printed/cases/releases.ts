import { type Cases, stage, task, yes } from '../case.js';

const stemcell = {
  name: 'debian',
  operating_system: 'debian-bookworm',
  version: '1.9',
  cid: 'sc-1',
  cpi: '',
  deployments: [{ name: 'web' }],
  api_version: 3,
  id: 1,
};
const version = { version: '1.2', commit_hash: 'abc1234', uncommitted_changes: true, currently_deployed: true, job_names: ['nginx'] };
const release = {
  name: 'nginx',
  release_versions: [version, { ...version, version: '1.10', uncommitted_changes: false, currently_deployed: false }],
};
const inspection = {
  jobs: [
    {
      name: 'nginx',
      blobstore_id: 'b1',
      sha1: 's1',
      fingerprint: 'f1',
      consumes: [{ name: 'db', type: 'pg', optional: true }],
      provides: [{ name: 'web', type: 'http' }],
    },
    { name: 'a', blobstore_id: 'b2', sha1: 's2', fingerprint: 'f2', consumes: [], provides: [] },
  ],
  packages: [
    {
      name: 'p',
      blobstore_id: 'b3',
      sha1: 's3',
      fingerprint: 'f3',
      compiled_packages: [{ stemcell: 'debian-bookworm/1.9', sha1: 's4', blobstore_id: 'b4' }],
    },
    {
      name: 'o',
      blobstore_id: null,
      sha1: null,
      fingerprint: 'f5',
      compiled_packages: [{ stemcell: 'debian-bookworm/1.9', sha1: 's6', blobstore_id: 'b6' }],
    },
  ],
};
const exported = { blobstore_id: 'b9', sha1: 'sha256:2bbc9c01e6ea12abe4e27d8a1bbfb96b2fe9ae9e3bb2b8cb4b1bf4fe5c2ad9f9' };

/** CLI reference 2.6, as far as a Director is asked. */
export const releases: Cases = {
  stemcells: {
    argv: ['stemcells'],
    answers: { 'GET /stemcells': { json: [stemcell, { ...stemcell, version: '1.10', deployments: [], cid: 'sc-2' }] } },
  },
  'upload-stemcell URL': {
    argv: ['us', 'https://example.org/s.tgz', '--sha1', 'abc'],
    answers: {
      'POST /stemcell_uploads': { json: { needed: true } },
      ...task('POST /stemcells', { events: stage('Update stemcell', 'Extracting') }),
    },
  },
  'upload-stemcell that is there': {
    argv: ['us', 'https://example.org/s.tgz', '--name', 'debian', '--version', '1.9'],
    answers: { 'POST /stemcell_uploads': { json: { needed: false } } },
  },
  'upload-stemcell --fix': { argv: ['us', 'https://example.org/s.tgz', '--fix'], answers: task('POST /stemcells?fix=true') },
  'delete-stemcell': { argv: ['delete-stemcell', 'debian/1.9'], input: yes, answers: task('DELETE /stemcells/debian/1.9') },
  'delete-stemcell --force': { argv: ['-n', 'dels', 'debian/1.9', '--force'], answers: task('DELETE /stemcells/debian/1.9?force=true') },
  releases: { argv: ['releases'], answers: { 'GET /releases': { json: [release, { ...release, name: 'bpm' }] } } },
  'upload-release URL': {
    argv: ['ur', 'https://example.org/r.tgz', '--sha1', 'abc'],
    answers: { 'GET /releases': { json: [] }, ...task('POST /releases') },
  },
  'upload-release that is there': {
    argv: ['ur', 'https://example.org/r.tgz', '--name', 'nginx', '--version', '1.2'],
    answers: {
      'GET /releases': { json: [release] },
      'GET /releases/nginx?version=1.2': {
        json: { jobs: [], packages: [{ name: 'p', blobstore_id: 'b', sha1: 's', fingerprint: 'f', compiled_packages: [] }] },
      },
    },
  },
  'upload-release --rebase --fix': {
    argv: ['ur', 'https://example.org/r.tgz', '--rebase', '--fix'],
    answers: task('POST /releases?fix=true&rebase=true'),
  },
  'delete-release': {
    argv: ['delete-release', 'nginx/1.2'],
    input: yes,
    answers: { 'GET /releases': { json: [release] }, ...task('DELETE /releases/nginx?version=1.2') },
  },
  'delete-release, all versions': {
    argv: ['-n', 'delr', 'nginx', '--force'],
    answers: { 'GET /releases': { json: [release] }, ...task('DELETE /releases/nginx?force=true') },
  },
  'delete-release that is not there': { argv: ['-n', 'delete-release', 'nginx/9'], answers: { 'GET /releases': { json: [release] } } },
  'inspect-release': { argv: ['inspect-release', 'nginx/1.2'], answers: { 'GET /releases/nginx?version=1.2': { json: inspection } } },
  'export-release': {
    argv: ['-d', 'web', 'export-release', 'nginx/1.2', 'debian-bookworm/1.9'],
    answers: {
      'GET /deployments': {
        json: [{ name: 'web', teams: [], releases: [{ name: 'nginx', version: '1.2' }], stemcells: [{ name: 'debian', version: '1.9' }] }],
      },
      'GET /releases/nginx?version=1.2': { json: inspection },
      ...task('POST /releases/export', { output: `${JSON.stringify({ ...exported, sha1: '' })}\n` }),
      'GET /resources/b9': { text: 'an archive' },
    },
  },
};
