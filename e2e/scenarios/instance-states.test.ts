import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStemcell } from '@bosh6/formats/archives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeLightImage } from '../fixtures/stemcells/light-image.js';
import { expectDone } from '../stack/done.js';
import type { Ran } from '../stack/run.js';
import { isScript } from './witness/collector.js';
import { hold } from './witness/held.js';
import { type Group, manifestOf } from './witness/manifest.js';
import { inOrder } from './witness/spans.js';
import { openWitness, type Witness } from './witness/witness.js';

const at = (address: string): object[] => [{ name: 'default', static_ips: [address] }];
const web: Group = { name: 'web', instances: 2 };
const fixed: Group = { name: 'fixed', networks: at('10.0.9.161') };
const brief: Group = { name: 'brief', lifecycle: 'errand' };
const later: Group = { ...brief, word: 'three' };
const states = (word: string, update: object = {}, groups: readonly Group[] = [web, fixed, brief]): object =>
  manifestOf('states', word, groups, update);

const stop = (vm: 'keep' | 'delete', drain: string): string[] => [`pre-stop ${vm} keep keep`, `drain ${drain}`, 'stop', 'post-stop'];
const shutdown = 'job_shutdown hash_unchanged';
const start = ['pre-start', 'start', 'post-start'];
/** What is asked of web/0, and which of its scripts that runs. */
const commands: [string[], string[]][] = [
  [['stop'], stop('keep', shutdown)],
  [['start'], start],
  [['restart'], [...stop('keep', 'job_changed hash_unchanged'), ...start]],
  [['recreate'], [...stop('delete', shutdown), ...start]],
  [['stop', '--hard'], stop('delete', shutdown)],
  [['start'], start],
  [
    ['stop', '--skip-drain'],
    ['stop', 'post-stop'],
  ],
  [['start'], start],
];

describe('instances are brought to a state', () => {
  let witness: Witness;
  const bosh = (...words: string[]): Promise<Ran> => witness.bosh('states', ...words);
  const cids = async (): Promise<string[]> => (await witness.stack.lab.status()).vms.map(({ cid }) => cid).sort();
  const fails = async (ran: Ran, code: number): Promise<void> =>
    expect(await witness.outcome(ran), ran.stdout).toMatchObject({ state: 'error', code });

  beforeAll(async () => {
    witness = await openWitness();
    expectDone(await witness.deploy(states('one')));
  });
  afterAll(() => witness?.close());

  it('without convergence: only the scripts of the one that is meant run', async () => {
    for (const [words, scripts] of commands) {
      witness.collector.listen();
      expectDone(await bosh(...words, '--no-converge', 'web/0'));
      expect(witness.collector.scripts('web'), words.join(' ')).toEqual(scripts);
      expect(inOrder(witness.collector.told)).toEqual(['web/0']);
    }
  });

  it('with it: likewise, and post-deploy then runs wherever jobs run', async () => {
    for (const [words, scripts] of commands.slice(0, 4)) {
      witness.collector.listen();
      expectDone(await bosh(...words, 'web/0'));
      const isUp = words[0] !== 'stop';
      expect(witness.collector.scripts('web'), words.join(' ')).toEqual(isUp ? [...scripts, 'post-deploy'] : scripts);
      expect(witness.collector.scripts('web', 1)).toEqual(['post-deploy']);
    }
  });

  it('a restart mends what a deploy left undone elsewhere, unless it is without convergence', async () => {
    witness.collector.listen((one) => (one.index === 1 && isScript(one, 'pre-start') ? '1' : undefined));
    await fails(await witness.deploy(states('two')), 450001);
    witness.collector.listen();
    expectDone(await bosh('restart', '--no-converge', 'fixed/0'));
    expect(inOrder(witness.collector.told)).toEqual(['fixed/0']);
    expectDone(await bosh('restart', 'fixed/0'));
    expect(witness.collector.scripts('web', 1)).toEqual(expect.arrayContaining(start));
    const rows = await witness.listed('states', 'instances');
    const up = rows.filter(({ instance }) => !instance?.startsWith('brief/'));
    expect(up.map(({ process_state: state }) => state)).toEqual(['running', 'running', 'running']);
    await witness.isClean();
  });

  it('an ignored one is left alone by all that does not name it, and what names it is refused', async () => {
    expectDone(await witness.deploy(states('one')));
    const { instance: name = '' } = await witness.instance('states', 'fixed');
    expectDone(await bosh('ignore', name));
    witness.collector.listen();
    expectDone(await witness.deploy(states('two')));
    expectDone(await bosh('restart', 'fixed'));
    expect(inOrder(witness.collector.told.filter(({ group }) => group === 'fixed'))).toEqual([]);
    expect(witness.collector.scripts('web')).toContain('post-start');
    await fails(await bosh('stop', 'fixed/0'), 140021);
    await fails(await bosh('delete-deployment'), 190021);
  });

  it('nobody gets the address of an ignored one', async () => {
    const before = [await cids(), await witness.listed('states', 'instances', '--details')];
    witness.collector.listen();
    const thief: Group = { name: 'thief', networks: at('10.0.9.161') };
    const moved: Group = { ...fixed, networks: at('10.0.9.162') };
    await fails(await witness.deploy(states('two', {}, [web, fixed, brief, thief])), 130008);
    await fails(await witness.deploy(states('two', {}, [web, moved, brief, thief])), 190020);
    await fails(await witness.deploy(manifestOf('other', 'one', [thief])), 130008);
    expect([await cids(), await witness.listed('states', 'instances', '--details')]).toEqual(before);
    expect(witness.collector.told).toEqual([]);
    await witness.isClean();
    const { instance: name = '' } = await witness.instance('states', 'fixed');
    expectDone(await bosh('unignore', name));
    expectDone(await witness.deploy(states('two')));
    expect(inOrder(witness.collector.told.filter((one) => !isScript(one, 'post-deploy')))).toEqual(['fixed/0']);
  });

  it('an errand group’s VM is kept for the next run, which may find that nothing changed, and goes with one that does not keep it', async () => {
    const own = await cids();
    const runs = async (...flags: string[]): Promise<number> => {
      witness.collector.listen();
      expectDone(await bosh('run-errand', 'brief', ...flags));
      return witness.collector.told.filter((one) => isScript(one, 'run')).length;
    };
    expect(await runs('--keep-alive')).toBe(1);
    const kept = await cids();
    expect(kept).toHaveLength(own.length + 1);
    expect(await runs('--keep-alive', '--when-changed')).toBe(0);
    expect(await cids()).toEqual(kept);
    expectDone(await witness.deploy(states('two', {}, [web, fixed, later])));
    expect(await runs('--keep-alive', '--when-changed')).toBe(1);
    expect(witness.collector.told.find((one) => isScript(one, 'run'))).toMatchObject({ group: 'brief', word: 'three' });
    expect(await cids()).toEqual(kept);
    expect(await runs()).toBe(1);
    expect(await cids()).toEqual(own);
    witness.collector.listen();
    expectDone(await bosh('run-errand', 'witness', '--instance', 'web', '--instance', 'fixed/first'));
    expect(inOrder(witness.collector.told).sort()).toEqual(['fixed/0', 'web/0', 'web/1']);
  });

  it('a newer stemcell: each VM is a new one of it, and the old stemcell can go', async () => {
    const { name, version: old } = witness.fixtures.stemcell;
    const image = join(witness.stack.work, 'image');
    const file = join(witness.stack.work, 'newer.tgz');
    await writeLightImage(image);
    const cloudProperties = { infrastructure: 'lab', name, version: '1.1' };
    const recipe = { name, version: '1.1', operatingSystem: 'debian-bookworm', apiVersion: 3, stemcellFormats: ['bosh6-lab-light'] };
    await createStemcell({ ...recipe, cloudProperties, image }, file);
    expectDone(await bosh('upload-stemcell', file));
    const before = await cids();
    witness.collector.listen();
    expectDone(await witness.deploy(states('two', {}, [web, fixed, later])));
    expect((await cids()).filter((cid) => before.includes(cid))).toEqual([]);
    expect(witness.collector.scripts('fixed')).toEqual([...stop('delete', shutdown), ...start, 'post-deploy']);
    expectDone(await bosh('delete-stemcell', `${name}/${old}`));
    await witness.isClean();
  });

  it.each([
    ['delete-create', 0, 0],
    ['create-swap-delete', 2, 2],
  ])('%s: while the first is stopped there are %i new VMs; %i old ones are left over', async (strategy, beside, over) => {
    const before = await cids();
    const held = hold((one) => one.group === 'web' && isScript(one, 'pre-stop'));
    witness.collector.listen(held.rule);
    const two: Group = { ...web, update: { vm_strategy: strategy } };
    const deploy = witness.deploy(states('two', {}, [two, fixed, later]), '--recreate');
    try {
      await witness.collector.hears((one) => isScript(one, 'pre-stop'));
      expect(await cids()).toHaveLength(before.length + beside);
    } finally {
      held.open();
    }
    expectDone(await deploy);
    for (const index of [0, 1]) {
      const all = [...stop('delete', shutdown), ...start, 'post-deploy'];
      expect(witness.collector.scripts('web', index)).toEqual(all);
    }
    expect(await witness.listed('states', 'orphaned-vms')).toHaveLength(over);
    expect((await cids()).filter((cid) => before.includes(cid))).toHaveLength(over);
    await witness.isClean();
  });

  it('instances of a time without AZs come to those that migrated_from says, with disk and address', async () => {
    const old: Group = { name: 'old', persistent_disk: 16 };
    const now = readFileSync(join(witness.stack.work, 'cloud-config-default.yml'), 'utf8');
    const before = now
      .replace('azs:\n- name: z1\n', '')
      .replace(/ +azs: \[z1\]\n/, '')
      .replace(/ +az: z1\n/, '');
    const cloud = async (text: string): Promise<void> => {
      writeFileSync(join(witness.stack.work, 'zones.yml'), text);
      expectDone(await witness.bosh('none', 'update-config', '--type', 'cloud', '--name', 'default', 'zones.yml'));
    };
    const zones = (group: object): object => manifestOf('zones', 'one', [{ ...old, ...group }]);
    expectDone(await witness.bosh('none', 'delete-config', '--type', 'cloud', '--name', 'ipv6'));
    await cloud(before);
    expectDone(await witness.deploy(zones({ azs: undefined })));
    const had = await witness.instance('zones', 'old');
    expect([had.az, had.disk_cids]).toEqual(['', expect.stringMatching(/^disk-/)]);
    await cloud(now);

    const unsaid = await witness.deploy(zones({ name: 'web', migrated_from: [{ name: 'old' }] }));
    await fails(unsaid, 190018);
    expectDone(await witness.deploy(zones({ name: 'web', migrated_from: [{ name: 'old', az: 'z1' }] })));
    const has = await witness.instance('zones', 'web');
    expect(has).toMatchObject({ instance: had.instance?.replace('old/', 'web/'), az: 'z1', disk_cids: had.disk_cids, ips: had.ips });
    expect(has.vm_cid).toBe(had.vm_cid);
    expectDone(await witness.deploy(zones({ name: 'web' })));
    expect(await witness.instance('zones', 'web')).toMatchObject({ instance: has.instance, vm_cid: had.vm_cid, disk_cids: had.disk_cids });
    expectDone(await witness.bosh('zones', 'delete-deployment'));
    await witness.isClean();
  });
});
