import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { run } from '../stack/run.js';
import { isScript } from './witness/collector.js';
import { hold } from './witness/held.js';
import { manifestOf } from './witness/manifest.js';
import { type Answer, type Asker, openAsker } from './witness/open-asker.js';
import { openWitness, type Witness } from './witness/witness.js';

const failed = (words: RegExp): object => ({ exception: expect.objectContaining({ message: expect.stringMatching(words) }) });
const digest = (content: Buffer): string => createHash('sha1').update(content).digest('hex');
const hex = (length: number): object => expect.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
const id: object = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** What our Director asks seldom or never, and another one might. */
describe('an agent answers as the original does', () => {
  let witness: Witness;
  let asker: Asker;
  let vm: Record<string, string>;
  const inVm = async (...argv: string[]): Promise<string> =>
    expectDone(await run([...(await witness.stack.lab.enterArgv(vm.vm_cid ?? '')), ...argv])).stdout.trim();
  const tarOf = async (name: string, packaging: string): Promise<Buffer> => {
    const directory = join(witness.stack.work, name);
    mkdirSync(directory);
    writeFileSync(join(directory, 'packaging'), packaging);
    expectDone(await run(['tar', '-czf', `${directory}.tgz`, '-C', directory, '.']));
    return readFileSync(`${directory}.tgz`);
  };
  const upload = (content: Buffer, blob: string, checksum = digest(content)): Promise<Answer> =>
    asker.call('upload_blob', { blob_id: blob, checksum, payload: content.toString('base64') });

  beforeAll(async () => {
    witness = await openWitness();
    expectDone(await witness.deploy(manifestOf('asked', 'one', [{ name: 'web' }])));
    vm = await witness.instance('asked', 'web');
    asker = await openAsker(witness.stack, vm.agent_id ?? '');
  });
  afterAll(async () => {
    await asker?.close();
    await witness?.close();
  });

  it('to ping, info, get_state, and what it does not know', async () => {
    expect(await asker.ask('ping', ['more than it takes'])).toEqual({ value: 'pong' });
    expect(await asker.ask('info')).toEqual({ value: { api_version: 1 } });
    const state = {
      deployment: 'asked',
      index: 0,
      id: vm.instance?.split('/')[1]?.split(' ')[0],
      agent_id: vm.agent_id,
      job_state: 'running',
      job: { name: 'web' },
      configuration_hash: hex(40),
      processes: [{ name: 'witness', state: 'running', uptime: { secs: expect.any(Number) }, cpu: { total: expect.any(Number) } }],
    };
    const short = await asker.ask('get_state');
    expect(short).toMatchObject({ value: state });
    expect(short.value).not.toHaveProperty('vitals');
    const vitals = { load: expect.any(Array), mem: { kb: expect.stringMatching(/^\d+$/) }, disk: { system: {}, ephemeral: {} } };
    expect(await asker.ask('get_state', ['full'])).toMatchObject({ value: { ...state, vitals } });
    for (const method of ['release_apply_spec', 'prepare_network_change', 'associate_disks', 'set_up_ssh'])
      expect(await asker.ask(method, [{}])).toEqual(failed(new RegExp(`^unknown message ${method}$`)));
    const few = /^Action Failed get_task: Extracting method arguments from payload: Not enough arguments, expected 1, got 0$/;
    expect(await asker.ask('get_task')).toEqual(failed(few));
    expect(await asker.call('drain', 'status')).toEqual(failed(/^Action Failed get_task: Task \S+ result: Unexpected call/));
    expect([await asker.ask('list_disk', [], 2), await asker.call('list_disk')]).toEqual([{ value: [] }, { value: [] }]);
  });

  it('to bundle_logs, whose file stays until remove_file', async () => {
    const wanted = { owning_user: 'vcap', log_type: 'job', filters: ['witness/pre-start.*'] };
    const bundle = await asker.ask('bundle_logs', [wanted]);
    const { logs_tar_path: path = '', sha512 } = bundle.value as Record<string, string>;
    expect(`sha512:${(await inVm('sha512sum', path)).split(' ')[0]}`).toBe(sha512);
    expect(await inVm('tar', '-tzf', path)).toBe('./witness/pre-start.stderr.log\n./witness/pre-start.stdout.log');
    expect(await inVm('stat', '-c', '%U', path)).toBe('vcap');
    expect(await asker.ask('remove_file', [path])).toEqual({ value: path });
    expect(await inVm('sh', '-c', `test -e ${path} || echo gone`)).toBe('gone');
    expect(await asker.ask('bundle_logs', [{ log_type: 'moon' }])).toEqual(failed(/Invalid log type/));
  });

  it('to delete_arp_entries: it forgets those neighbours', async () => {
    const [near = '', far = ''] = ['10.0.9.248', '10.0.9.249'];
    const nic = /dev (\S+)/.exec(await inVm('ip', 'route', 'get', near))?.[1] ?? '';
    for (const one of [near, far]) await inVm('ip', 'neigh', 'replace', one, 'lladdr', '02:00:00:00:00:77', 'nud', 'stale', 'dev', nic);
    expect(await asker.ask('delete_arp_entries', [{ ips: ['no address', near] }])).toEqual({ value: {} });
    expect(await inVm('ip', 'neigh', 'show', near)).not.toContain('02:00');
    expect(await inVm('ip', 'neigh', 'show', far)).toContain('02:00');
  });

  it('to cancel_task: an errand that runs ends, a script does not', async () => {
    const unknown = failed(/^Action Failed cancel_task: Task with id \S+ could not be found$/);
    expect(await asker.ask('cancel_task', [randomUUID()])).toEqual(unknown);
    const held = hold((told) => isScript(told, 'run') || isScript(told, 'post-start'));
    witness.collector.listen(held.rule);
    try {
      const errand = await asker.begin('run_errand', 'witness');
      const script = await asker.begin('run_script', 'post-start', { env: {} });
      await witness.collector.hears((told) => isScript(told, 'run'));
      expect(await asker.ask('get_task', [errand])).toEqual({ value: { agent_task_id: errand, state: 'running' } });
      expect(await asker.ask('cancel_task', [script])).toEqual(failed(/^Action Failed cancel_task: not supported$/));
      expect(await asker.ask('cancel_task', [errand])).toEqual({ value: 'canceled' });
      expect(await asker.end(errand)).toEqual({ value: { stdout: '', stderr: '', exit_code: 143 } });
      await witness.collector.hears((told) => isScript(told, 'post-start'));
      expect(await asker.ask('cancel_task', [errand])).toEqual({ value: 'canceled' });
      held.open();
      expect(await asker.end(script)).toEqual({ value: {} });
    } finally {
      held.open();
    }
  });

  it('to upload_blob, compile_package and fetch_logs without signed URLs, with a blobstore of its own', async () => {
    expect(await asker.call('fetch_logs', 'job', null)).toEqual(failed(/^Action Failed get_task: .*use signed URLs/));
    const kept = '/var/vcap/data/kept';
    const blobstores = [{ provider: 'local', options: { blobstore_path: kept } }];
    expect(await asker.call('update_settings', { blobstores })).toEqual({ value: 'ok' });
    const low = await tarOf('low', 'echo low >$BOSH_INSTALL_TARGET/word');
    expect(await upload(low, 'low', digest(Buffer.from('other')))).toEqual(failed(/Payload corrupted. Checksum mismatch/));
    expect(await upload(low, 'low')).toEqual({ value: 'low' });
    const high = await tarOf('high', '(cat /var/vcap/packages/low/word; echo $BOSH_PACKAGE_VERSION) >$BOSH_INSTALL_TARGET/word');
    await upload(high, 'high');
    const compiled = async (...of: unknown[]): Promise<Stored> => {
      const answer = await asker.call('compile_package', ...of);
      expect(answer).toEqual({ value: { result: { blobstore_id: id, sha1: hex(40) } } });
      return (answer.value as { result: Stored }).result;
    };
    const first = await compiled('low', digest(low), 'low', '1.1', {});
    const deps = { low: { name: 'low', version: '1.1', ...first } };
    const { blobstore_id: blob, sha1 } = await compiled('high', digest(high), 'high', '2.7', deps);
    expect(await inVm('sha1sum', `${kept}/${blob}`)).toContain(sha1);
    expect(await inVm('tar', '-xzOf', `${kept}/${blob}`, './word')).toBe('low\n2.7');

    const logs = await asker.call('fetch_logs', 'job', ['witness/*.log']);
    expect(logs).toEqual({ value: { blobstore_id: id, sha1: hex(40) } });
    const told = logs.value as Stored;
    expect(await inVm('sha1sum', `${kept}/${told.blobstore_id}`)).toContain(told.sha1);
    expect(await inVm('tar', '-tzf', `${kept}/${told.blobstore_id}`)).toMatch(/^\.\/witness\/post-start\.stdout\.log$/m);
    const all = (await asker.call('fetch_logs', 'agent,job,system', null)).value as Stored;
    const names = (await inVm('tar', '-tzf', `${kept}/${all.blobstore_id}`)).split('\n');
    expect(names).toEqual(expect.arrayContaining(['./agent/current', './job/witness/post-start.stdout.log']));
  });

  it('to sync_dns: what its blobstore has of a newer version counts, an older one changes nothing', async () => {
    const blobstores = [{ provider: 'local', options: { blobstore_path: '/var/vcap/data/names' } }];
    expect(await asker.call('update_settings', { blobstores })).toEqual({ value: 'ok' });
    const records = (version: number): Buffer =>
      Buffer.from(JSON.stringify({ records: [['10.0.9.249', `far-${version}.bosh`]], version, record_keys: [], record_infos: [] }));
    for (const version of [9001, 9000]) {
      const content = records(version);
      expect(await upload(content, `names-${version}`)).toEqual({ value: `names-${version}` });
      expect(await asker.ask('sync_dns', [`names-${version}`, digest(content), version])).toEqual({ value: 'synced' });
    }
    expect(await inVm('getent', 'hosts', 'far-9001.bosh')).toMatch(/^10\.0\.9\.249\s/);
    expect(JSON.parse(await inVm('cat', '/var/vcap/instance/dns/records.json'))).toMatchObject({ version: 9001 });
  });

  it('to shutdown: its VM ends', async () => {
    const state = async (): Promise<string | undefined> =>
      (await witness.stack.lab.status()).vms.find(({ cid }) => cid === vm.vm_cid)?.state;
    expectDone(await witness.bosh('asked', 'update-resurrection', 'off'));
    expect(await state()).toBe('running');
    expect(await asker.ask('shutdown')).toEqual({ value: '' });
    expect(await eventually(state, (now) => now !== 'running')).toBe('stopped');
  });
});

interface Stored {
  blobstore_id: string;
  sha1: string;
}
