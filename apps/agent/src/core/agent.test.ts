import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type AgentState, type ApplySpec, alertSubject, heartbeatSubject, type UpdateSettings } from '@bosh6/agent-protocol';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type AgentRig, eventually, startRig, tgz } from '../testing/test-rig.js';

let rig: AgentRig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const state = async (): Promise<AgentState> => (await rig.call('get_state')) as AgentState;
const sha1 = (content: Uint8Array): string => createHash('sha1').update(content).digest('hex');

/** A job whose process is a real sleeping one. */
function files(pidFile: string, name = 'web'): Record<string, string> {
  return {
    [`${name}/monit`]: `check process ${name}\n  with pidfile ${pidFile}\n  start program "${rig.layout.jobs(name, 'bin/ctl')} start"\n  stop program "${rig.layout.jobs(name, 'bin/ctl')} stop"\n  group vcap\n`,
    [`${name}/bin/ctl`]: `#!/bin/bash\ncase $1 in start) sleep 1000 & echo $! > ${pidFile};; stop) kill $(cat ${pidFile}); rm ${pidFile};; esac\n`,
    [`${name}/bin/pre-start`]: '#!/bin/bash\necho "ready for $WHO"\n',
    [`${name}/bin/post-start`]: '#!/bin/bash\nexit 3\n',
    [`${name}/bin/drain`]: '#!/bin/bash\necho "$@" "$BOSH_JOB_NEXT_STATE" >> /dev/stderr\necho 0\n',
    [`${name}/bin/run`]: '#!/bin/bash\necho out; echo err >&2; exit 5\n',
    [`${name}/etc/secret`]: 'secret',
  };
}

test('the first heartbeat comes when the agent is on the bus', async () => {
  const beats: unknown[] = [];
  rig.hm.subscribe(heartbeatSubject(rig.id), ({ body }) => beats.push(JSON.parse(Buffer.from(body).toString())));
  await rig.hm.flush();
  await rig.agent.start();
  expect(await eventually(() => beats[0])).toMatchObject({ job: null, index: null, job_state: 'running', number_of_processes: 0 });
});

describe('answers', () => {
  test('ping and info', async () => {
    expect(await rig.ask('ping')).toEqual({ value: 'pong' });
    expect(await rig.ask('info')).toEqual({ value: { api_version: 1 } });
  });

  test('a new machine has an empty state', async () => {
    expect(await state()).toEqual({
      agent_id: rig.id,
      vm: { name: 'vm-a' },
      job_state: 'running',
      properties: {},
      job: { name: null },
      packages: {},
      networks: {},
      resource_pool: {},
      configuration_hash: '',
      index: null,
      id: '',
    });
    expect((await rig.call('get_state', 'full')) as AgentState).toMatchObject({ vitals: { mem: { percent: expect.any(String) } } });
  });

  test('errors have the stock words, and our code', async () => {
    expect(await rig.ask('fly')).toEqual({ exception: { message: 'unknown message fly', code: 'UnknownMethod' } });
    expect(await rig.ask('mount_disk')).toMatchObject({ value: { state: 'running' } });
    await expect(rig.call('mount_disk')).rejects.toThrow(
      /Action Failed get_task: Task \S+ result: .*Not enough arguments, expected 1, got 0/,
    );
    await expect(rig.call('get_task', 'no')).rejects.toThrow('Action Failed get_task: Task with id no could not be found');
    await expect(rig.call('apply', { networks: { moon: {} } })).rejects.toMatchObject({
      message: expect.stringContaining("Network 'moon' is not found in settings"),
      code: 'UnknownNetwork',
    });
  });
});

describe('an instance', () => {
  const spec = (archive: Buffer, packages: ApplySpec['packages'] = {}): ApplySpec => ({
    deployment: 'dep',
    name: 'web',
    id: 'instance-1',
    az: 'z1',
    index: 0,
    job: { name: 'web', templates: [{ name: 'web', version: '1' }] },
    networks: { default: { ip: '10.0.9.165' } },
    packages,
    configuration_hash: 'c0ffee',
    persistent_disk: 0,
    rendered_templates_archive: { blobstore_id: 'rendered', sha1: sha1(archive) },
  });
  let full: ApplySpec;

  test('is prepared and applied', async () => {
    const archive = await tgz(files(rig.layout.data('web.pid')));
    const tool = await tgz({ 'bin/tool': '#!/bin/sh\n' });
    const blob = await rig.putBlob(tool);
    full = spec(archive, { tool: { name: 'tool', version: '1.1', sha1: blob.sha1, blobstore_id: blob.id } });
    expect(await rig.call('apply', { networks: {}, deployment: 'dep', job: { name: 'web' }, index: 0, id: 'instance-1' })).toBe('applied');
    expect(await rig.call('upload_blob', { blob_id: 'rendered', checksum: sha1(archive), payload: archive.toString('base64') })).toBe(
      'rendered',
    );
    expect(await rig.call('prepare', full)).toBe('prepared');
    expect(await rig.call('apply', full)).toBe('applied');
    const mode = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;
    expect(await mode(rig.layout.jobs('web', 'bin/ctl'))).toBe(0o750);
    expect(await mode(rig.layout.jobs('web', 'etc/secret'))).toBe(0o640);
    expect(await mode(rig.layout.jobs('web', 'packages/tool/bin/tool'))).toBe(0o755);
    expect(await readFile(rig.layout.instance('id'), 'utf8')).toBe('instance-1');
    expect(await state()).toMatchObject({ configuration_hash: 'c0ffee', id: 'instance-1', job: { name: 'web' } });
  });

  test('runs scripts with their environment', async () => {
    expect(await rig.call('run_script', 'pre-start', { env: { WHO: 'all' } })).toEqual({});
    expect(await readFile(rig.layout.at('sys/log/web/pre-start.stdout.log'), 'utf8')).toBe('ready for all\n');
    expect(await rig.call('run_script', 'post-stop', {})).toEqual({});
    await expect(rig.call('run_script', 'post-start', {})).rejects.toThrow('1 of 1 post-start scripts failed. Failed Jobs: web.');
  });

  test('runs, is started again when it dies, and is stopped', async () => {
    const alerts: unknown[] = [];
    rig.hm.subscribe(alertSubject(rig.id), ({ body }) => alerts.push(JSON.parse(Buffer.from(body).toString())));
    await rig.hm.flush();
    expect(await rig.call('start')).toBe('started');
    await eventually(async () => ((await state()).job_state === 'running' ? true : undefined));
    expect((await state()).processes).toMatchObject([{ name: 'web', state: 'running', mem: { kb: expect.any(Number) } }]);
    const pid = Number(await readFile(rig.layout.data('web.pid'), 'utf8'));
    process.kill(pid, 'SIGKILL');
    expect(await eventually(() => alerts[0])).toMatchObject({ severity: 1, title: 'web (10.0.9.165) - Does not exist - restart' });
    await eventually(async () => (Number(await readFile(rig.layout.data('web.pid'), 'utf8')) !== pid ? true : undefined));
    expect(await rig.call('drain', 'update', full)).toBe(0);
    expect(await readFile(rig.layout.at('sys/log/web/drain.stderr.log'), 'utf8')).toBe(
      'job_changed hash_unchanged {"persistent_disk":0}\n',
    );
    expect(await rig.call('stop')).toBe('stopped');
    expect((await state()).job_state).toBe('stopped');
    await expect(readFile(rig.layout.data('web.pid'))).rejects.toThrow();
  });

  test('an errand that fails is a result', async () => {
    expect(await rig.call('run_errand', 'web')).toEqual({ stdout: 'out\n', stderr: 'err\n', exit_code: 5 });
    await expect(rig.call('run_errand', 'moon')).rejects.toMatchObject({ code: 'ErrandUnknown' });
  });

  test('wrong bytes are refused', async () => {
    const wrong = { blob_id: 'x', checksum: sha1(Buffer.from('a')), payload: Buffer.from('b').toString('base64') };
    await expect(rig.call('upload_blob', wrong)).rejects.toMatchObject({ code: 'DigestMismatch' });
    const blob = await rig.putBlob(Buffer.from('something else'));
    const packages = { bad: { name: 'bad', version: '1', sha1: sha1(Buffer.from('a')), blobstore_id: blob.id } };
    await expect(rig.call('prepare', { ...full, packages })).rejects.toMatchObject({ code: 'DigestMismatch' });
  });

  test('logs are bundled, and removed afterwards', async () => {
    const bundle = (await rig.call('bundle_logs', { log_type: 'job', filters: ['web/*.log'] })) as { logs_tar_path: string };
    expect((await stat(bundle.logs_tar_path)).size).toBeGreaterThan(100);
    expect(await rig.call('remove_file', bundle.logs_tar_path)).toBe(bundle.logs_tar_path);
    await expect(rig.call('remove_file', '/etc/passwd')).rejects.toMatchObject({ code: 'InvalidArguments' });
    expect(await rig.call('fetch_logs', 'job,agent', null)).toMatchObject({ sha1: expect.stringMatching(/^[0-9a-f]{40}$/) });
    await expect(rig.call('fetch_logs', 'moon', null)).rejects.toMatchObject({ code: 'InvalidLogType' });
  });
});

describe('compilation', () => {
  test('a package with a dependency', async () => {
    const dependency = await rig.putBlob(await tgz({ 'lib/x': 'from x' }));
    const source = await rig.putBlob(
      await tgz({
        packaging: 'set -e; cat $(dirname $BOSH_INSTALL_TARGET)/x/lib/x > $BOSH_INSTALL_TARGET/y; echo "$BOSH_PACKAGE_VERSION"',
        src: '1',
      }),
    );
    const deps = { x: { name: 'x', version: '1.1', sha1: dependency.sha1, blobstore_id: dependency.id } };
    const answer = (await rig.call('compile_package', source.id, source.sha1, 'y', '2.1', deps)) as {
      result: { blobstore_id: string; sha1: string };
    };
    const compiled = await readFile(join(rig.blobstore, answer.result.blobstore_id));
    expect(sha1(compiled)).toBe(answer.result.sha1);
    expect(gunzipSync(compiled).toString('latin1')).toContain('from x');
    expect(await readFile(rig.layout.at('sys/log/compilation/packaging.stdout.log'), 'utf8')).toBe('2.1\n');
  });

  test('a packaging script that fails says its last words', async () => {
    const source = await rig.putBlob(await tgz({ packaging: 'echo working; echo broken >&2; exit 7' }));
    await expect(rig.call('compile_package', source.id, source.sha1, 'y', '2.1', {})).rejects.toMatchObject({
      code: 'PackagingFailed',
      message: expect.stringMatching(
        /Compiling package y: Running packaging script: Command exited with 7; Stdout: working\n, Stderr: [\s\S]*broken/,
      ),
    });
  });
});

test('DNS records of a newer version are taken', async () => {
  const put = async (version: number) =>
    rig.putBlob(Buffer.from(JSON.stringify({ version, records: [['2001:db8::1', `v${version}.bosh`]] })));
  const two = await put(2);
  expect(await rig.call('sync_dns', two.id, two.sha1, 2)).toBe('synced');
  const one = await put(1);
  expect(await rig.call('sync_dns', one.id, one.sha1, 1)).toBe('synced');
  expect(await readFile(rig.layout.bosh('etc_hosts'), 'utf8')).toContain('2001:db8::1 v2.bosh\n');
  await expect(rig.call('sync_dns', two.id, two.sha1, 3)).rejects.toMatchObject({ code: 'InvalidDnsRecords' });
});

test('a persistent disk is mounted, moved to another one, and unmounted', async () => {
  const disk = async (cid: string): Promise<void> => {
    await mkdir(rig.layout.bosh('disks', cid), { recursive: true });
    expect(await rig.call('add_persistent_disk', cid, { path: rig.layout.bosh('disks', cid) })).toEqual({});
    expect(await rig.call('mount_disk', cid)).toEqual({});
  };
  await disk('old');
  await writeFile(join(rig.layout.store, 'data'), 'kept');
  expect(await rig.call('list_disk')).toEqual(['old']);
  await disk('new');
  expect(await rig.call('list_disk')).toEqual(['old', 'new']);
  const obstacle = rig.layout.bosh('disks/new/data');
  await mkdir(obstacle);
  await expect(rig.call('migrate_disk', 'old', 'new')).rejects.toThrow(/cannot overwrite/);
  expect(rig.platform.readOnly).toEqual(new Set());
  await writeFile(join(rig.layout.store, 'more'), 'still writable');
  await rm(obstacle, { recursive: true });
  expect(await rig.call('migrate_disk', 'old', 'new')).toEqual({});
  expect(await rig.call('list_disk')).toEqual(['new']);
  expect(await readFile(join(rig.layout.store, 'data'), 'utf8')).toBe('kept');
  expect(await rig.call('remove_persistent_disk', 'old')).toEqual({});
  expect(await rig.call('unmount_disk', 'new')).toEqual({ message: 'Unmounted partition of new' });
  expect(await rig.call('unmount_disk', 'new')).toEqual({ message: 'Partition of new is not mounted' });
  await expect(rig.call('mount_disk', 'moon')).rejects.toThrow("Persistent disk with volume id 'moon' could not be found");
});

test('a dynamic disk is a link to where it is, until it goes', async () => {
  const disk = rig.layout.bosh('disks', 'dynamic');
  await mkdir(disk, { recursive: true });
  expect(await rig.ask('add_dynamic_disk', ['disk-1', { path: disk }])).toMatchObject({ value: { state: 'running' } });
  const link = rig.layout.data('dynamic_disks', 'disk-1');
  await expect.poll(() => readlink(link).catch(() => undefined)).toBe(disk);
  const other = rig.layout.bosh('disks', 'other');
  await mkdir(other);
  expect(await rig.call('add_dynamic_disk', 'disk-1', other)).toEqual({});
  expect(await readlink(link)).toBe(other);
  expect(await rig.call('list_disk')).toEqual([]);
  expect(await rig.ask('remove_dynamic_disk', ['disk-1'])).toEqual({ value: {} });
  expect(await readdir(rig.layout.data('dynamic_disks'))).toEqual([]);
  expect(await rig.call('remove_dynamic_disk', 'disk-1')).toEqual({});
});

test('no dynamic disk that is not there, and no link outside of its directory', async () => {
  await expect(rig.call('add_dynamic_disk', 'disk-1', { path: '/nowhere' })).rejects.toMatchObject({ code: 'DiskUnknown' });
  await expect(rig.call('add_dynamic_disk', 'disk-1', { lun: '1' })).rejects.toMatchObject({ code: 'DiskUnknown' });
  for (const cid of ['', '..', '../jobs', '/etc'])
    await expect(rig.call('remove_dynamic_disk', cid), cid).rejects.toMatchObject({ code: 'InvalidArguments' });
});

test('certificates that the system did not take are no settings: the same ones are tried again', async () => {
  const trusted = (): Promise<string> => readFile(rig.layout.bosh('trusted_certs.pem'), 'utf8');
  expect(await rig.call('update_settings', { trusted_certs: 'one' })).toBe('ok');
  const trust = vi.spyOn(rig.platform, 'trustCertificates').mockRejectedValueOnce(new Error('no space left'));
  await expect(rig.call('update_settings', { trusted_certs: 'two' })).rejects.toThrow('no space left');
  expect(await trusted()).toBe('one');
  expect(await rig.call('update_settings', { trusted_certs: 'two' })).toBe('ok');
  expect(await trusted()).toBe('two');
  expect(await rig.call('update_settings', { trusted_certs: 'two' })).toBe('ok');
  expect(trust).toHaveBeenCalledTimes(2);
  trust.mockRestore();
});

describe('a new identity on the bus', () => {
  test('is taken without missing a message', async () => {
    const update: UpdateSettings = { mbus: { cert: await rig.certificate('permanent') } };
    expect(await rig.call('update_settings', update)).toBe('ok');
    await rig.broker.authorize(rig.id, { bootstrap: false });
    expect(await rig.call('ping')).toBe('pong');
    expect(JSON.parse(await readFile(rig.layout.bosh('tasks.json'), 'utf8'))).toEqual({});
  });

  test('that the bus refuses is not taken', async () => {
    const update: UpdateSettings = { mbus: { cert: await rig.certificate('bootstrap') } };
    await expect(rig.call('update_settings', update)).rejects.toThrow();
    expect(await rig.call('ping')).toBe('pong');
    expect(await rig.call('update_settings', { trusted_certs: 'PEM' })).toBe('ok');
  });
});

test('shutdown', async () => {
  expect(await rig.call('shutdown')).toBe('');
  expect(await readFile(rig.layout.bosh('shutdown'), 'utf8')).toBe('');
});
