import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { twoZones } from '../robustness/kill-points/two-zones.js';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { isScript, type Told } from './witness/collector.js';
import { hold, together } from './witness/held.js';
import { type Group, manifestOf } from './witness/manifest.js';
import { atOnce, inOrder } from './witness/spans.js';
import { type ToldCpi, toldCpi } from './witness/told-cpi.js';
import { openWitness, type Witness } from './witness/witness.js';

const web: Group = { name: 'web', instances: 5, azs: ['z1', 'z2'] };
const left: Group = { name: 'left', update: { serial: false }, persistent_disk: 16 };
const right: Group = { name: 'right', update: { serial: false } };
const groups = [web, left, right];
const order = (word: string, update: object = {}, of: readonly Group[] = groups): object => manifestOf('order', word, of, update);

const updated = [
  'pre-stop keep keep keep',
  'drain job_changed hash_changed',
  'stop',
  'post-stop',
  'pre-start',
  'start',
  'post-start',
  'post-deploy',
];

describe('an update', () => {
  let witness: Witness;
  let cpi: ToldCpi;
  const told = (of: string): Told[] => witness.collector.told.filter(({ group }) => group === of);

  beforeAll(async () => {
    // the CPI of z2 is an executable, and can be asked afterwards
    witness = await openWitness(async (stack, fixtures) => {
      cpi = toldCpi(stack.home);
      await twoZones(stack, fixtures, cpi.executable);
      writeFileSync(join(stack.work, 'lb.yml'), 'vm_extensions:\n- {name: lb, cloud_properties: {lb: front, ram: 4096}}\n');
      expectDone(await stack.bosh(['-e', 'ipv4', '-n', 'update-config', '--type', 'cloud', '--name', 'lb', 'lb.yml']));
    });
    expectDone(await witness.deploy(order('one')));
  });
  afterAll(() => witness?.close());

  describe('of all instances', () => {
    let canary: string;
    beforeAll(async () => {
      // two at once, or it never ends
      const others = ({ group, index }: Told): boolean => group === 'web' && `web/${index}` !== inOrder(told('web'))[0];
      const pairs = ['z1', 'z2'].map((az) => together(2, (one) => one.az === az && others(one) && isScript(one, 'pre-start')));
      pairs.push(together(2, (one) => one.group !== 'web' && isScript(one, 'pre-start')));
      witness.collector.listen(async (one) => {
        for (const pair of pairs) await pair(one);
        return undefined;
      });
      expectDone(await witness.deploy(order('two')));
      canary = inOrder(told('web'))[0] ?? '';
    });

    it('is that of a canary alone first, then of max_in_flight at once, AZ by AZ', () => {
      const all = told('web').filter((one) => !isScript(one, 'post-deploy'));
      expect(all.slice(0, 7).map(({ group, index }) => `${group}/${index}`)).toEqual(Array(7).fill(canary));
      expect(atOnce(told('web'))).toBe(2);
      expect(all.map(({ az }) => az)).toEqual([...Array(3 * 7).fill('z1'), ...Array(2 * 7).fill('z2')]);
      expect(inOrder(all)).toHaveLength(5);
    });

    it('goes group by group, and through those that are not serial at once', () => {
      const updates = witness.collector.told.filter((one) => !isScript(one, 'post-deploy'));
      expect(updates.map(({ group }) => (group === 'web' ? 'first' : 'then'))).toEqual([
        ...Array(5 * 7).fill('first'),
        ...Array(2 * 7).fill('then'),
      ]);
      expect(atOnce(updates.slice(5 * 7))).toBe(2);
    });

    it('runs each one’s scripts in BOSH’s order and with its arguments, post-deploy once everything is updated', () => {
      for (const name of inOrder(witness.collector.told)) {
        const [group = '', index] = name.split('/');
        expect(witness.collector.scripts(group, Number(index)), name).toEqual(updated);
      }
      const scripts = witness.collector.told.map(({ script }) => script);
      expect(scripts.indexOf('post-deploy')).toBe(7 * 7);
      // what stops is of the old manifest, what starts of the new one
      expect(told('left').map(({ word }) => word)).toEqual([...Array(4).fill('one'), ...Array(4).fill('two')]);
    });
  });

  it('takes a share of each AZ at once, and what the command line says instead of the manifest', async () => {
    const most = together(2, (one) => one.group === 'web' && one.az === 'z1' && isScript(one, 'pre-start'));
    witness.collector.listen(most);
    expectDone(await witness.deploy(order('three', {}, [web]), '--canaries=0', '--max-in-flight=70%'));
    const zones = Map.groupBy(told('web'), ({ az }) => az);
    expect([...zones].map(([az, of]) => [az, inOrder(of).length, atOnce(of)]).sort()).toEqual([
      ['z1', 3, 2],
      ['z2', 2, 1],
    ]);
  });

  it('takes shares of the manifest too: of the first AZ for canaries, of each for those at once', async () => {
    const canaries = together(2, (one) => one.group === 'web' && isScript(one, 'pre-start'));
    witness.collector.listen(canaries);
    const ran = expectDone(await witness.deploy(order('shares', { canaries: '70%', max_in_flight: '70%' }, [web])));
    const titles = [...ran.stdout.matchAll(/web\/\S+ \((\d)\) \(canary\)/g)].map(([, index]) => `web/${index}`);
    const of = (az: string): Told[] => told('web').filter((one) => one.az === az && !isScript(one, 'post-deploy'));
    expect([...new Set(titles)].sort()).toEqual(inOrder(of('z1')).slice(0, 2).sort());
    expect(
      of('z1')
        .slice(14)
        .map(({ index }) => `web/${index}`),
    ).toEqual(Array(7).fill(inOrder(of('z1'))[2]));
    expect([atOnce(of('z1')), atOnce(of('z2'))]).toEqual([2, 1]);
  });

  it('that fails on one instance lets the other that is under way end, and begins with no third', async () => {
    const isPreStart = (one: Told): boolean => one.group === 'web' && isScript(one, 'pre-start');
    const both = together(2, isPreStart);
    const held = hold((one) => isPreStart(one) && one.index !== 0);
    witness.collector.listen(async (one) => {
      await both(one);
      return isPreStart(one) && one.index === 0 ? '1' : held.rule(one);
    });
    const deploy = witness.deploy(order('half', { canaries: 0 }, [web]));
    try {
      await witness.collector.hears(isPreStart, 2);
      const path = `/tasks/${await witness.newest('order')}/output?type=event`;
      const events = async (): Promise<string> => (await witness.bosh('order', 'curl', path)).stdout;
      expect(await eventually(events, (text) => text.includes('"failed"'))).toMatch(/"task":"web\/\S+ \(0\)".*"state":"failed"/);
    } finally {
      held.open();
    }
    expect(await witness.outcome(await deploy)).toMatchObject({
      state: 'error',
      code: 450001,
      message: expect.stringContaining('pre-start'),
    });
    const names = inOrder(told('web'));
    const [other = ''] = names.filter((name) => name !== 'web/0');
    expect(names.sort()).toEqual(['web/0', other]);
    expect(witness.collector.scripts('web')).toEqual(updated.slice(0, 5));
    expect(witness.collector.scripts('web', Number(other.slice(4)))).toEqual(updated.slice(0, 7));
    expect(expectDone(await witness.bosh('order', 'plan', 'order.yml')).stdout).toContain('4 to update in place');
    await witness.isClean();
  });

  describe('under watch times', () => {
    let canary: number | undefined;

    it('ends with a canary that does not run within its own, and has touched nothing else', async () => {
      witness.collector.listen((one) => (isScript(one, 'start') ? '0 fails' : undefined));
      const ran = await witness.deploy(order('four', { canary_watch_time: '10-1500' }, [web]));
      expect(ran.code).not.toBe(0);
      expect(await witness.outcome(ran)).toMatchObject({ state: 'error', code: 400007, message: expect.stringContaining('witness') });
      expect(inOrder(witness.collector.told)).toHaveLength(1);
      canary = told('web')[0]?.index;
      expect(witness.collector.scripts('web', canary)).not.toContain('post-start');
      await witness.isClean();
    });

    it('waits update_watch_time for the others: a job that dies and comes up again within it is enough', async () => {
      const died = new Set<number>();
      witness.collector.listen((one) => {
        if (!isScript(one, 'start') || one.index === canary || died.size === 2 || died.has(one.index)) return undefined;
        died.add(one.index);
        return '0 dies';
      });
      const patient = order('four', { canary_watch_time: '10-1500', update_watch_time: '8000-30000' }, [web]);
      expectDone(await witness.deploy(patient, '--canaries=0', '--max-in-flight=5'));
      expect(died.size).toBe(2);
      for (const index of died) expect(witness.collector.scripts('web', index).filter((script) => script === 'start')).toHaveLength(2);
      expect(inOrder(witness.collector.told)).toHaveLength(5);
    });

    it('ends with a job that dies again and again: its VM stays, and who asks is told that it fails', async () => {
      const before = await witness.instance('order', 'web', canary);
      const alert = `witness (${before.ips}) - Does not exist - restart`;
      const alerts = async (): Promise<string> => (await witness.bosh('order', 'events', '--object-type=alert')).stdout;
      expect(await alerts()).not.toContain(alert);
      witness.collector.listen((one) => (isScript(one, 'start') ? '0 dies' : undefined));
      const ran = await witness.deploy(order('five', { canary_watch_time: '5000-7000' }, [web]));
      const message = expect.stringMatching(/^'web\/\S+ \(\d\)' is not running after update, .*: witness$/);
      expect(await witness.outcome(ran)).toMatchObject({ state: 'error', code: 400007, message });
      expect(inOrder(witness.collector.told)).toEqual([`web/${canary}`]);
      const failing = (): Promise<Record<string, string>[]> => witness.listed('order', 'instances', '--failing');
      expect(await eventually(failing, ([row]) => row?.process_state === 'failing', { seconds: 60 })).toMatchObject([
        { instance: before.instance, process_state: 'failing' },
      ]);
      expect(await eventually(alerts, (text) => text.includes(alert))).toContain(alert);
      await witness.collector.hears((one) => isScript(one, 'start'), 4);
      expect((await witness.instance('order', 'web', canary)).vm_cid).toBe(before.vm_cid);
      await witness.isClean();
      witness.collector.listen();
    });
  });

  it('of new instances goes AZ by AZ too, or through all of them at once with the strategy parallel', async () => {
    const first = (name: string, strategy: string): Group => {
      return { name, instances: 2, azs: ['z1', 'z2'], update: { initial_deploy_az_update_strategy: strategy } };
    };
    witness.collector.listen(together(2, (one) => one.group === 'wide' && isScript(one, 'pre-start')));
    expectDone(await witness.deploy(manifestOf('zones', 'one', [first('narrow', 'serial'), first('wide', 'parallel')], { canaries: 0 })));
    const updates = (of: string): Told[] => told(of).filter((one) => !isScript(one, 'post-deploy'));
    expect(updates('narrow').map(({ az }) => az)).toEqual(['z1', 'z1', 'z1', 'z2', 'z2', 'z2']);
    expect([atOnce(told('narrow')), atOnce(told('wide'))]).toEqual([1, 2]);
    expectDone(await witness.bosh('zones', 'delete-deployment'));
  });

  it('of a smaller group tells those that go what goes with them, and migrated_from keeps instance, disk and address', async () => {
    const few: Group = { ...web, instances: 1, azs: ['z1'] };
    expectDone(await witness.deploy(order('four', {}, [few, left])));
    const before = await witness.instance('order', 'left');
    const gone = ['pre-stop delete delete keep', 'drain job_shutdown hash_unchanged', 'stop', 'post-stop'];
    witness.collector.listen();
    const renamed: Group = { ...left, name: 'both', migrated_from: [{ name: 'left' }] };
    expectDone(await witness.deploy(order('four', {}, [renamed])));
    expect(told('web').map(({ script }) => script)).toEqual(gone);
    const after = await witness.instance('order', 'both');
    expect(after.instance).toBe(before.instance?.replace('left/', 'both/'));
    expect([after.disk_cids, after.ips]).toEqual([before.disk_cids, before.ips]);
    expect(before.disk_cids).not.toBe('');
    expect(await witness.listed('order', 'instances')).toHaveLength(1);
    await witness.isClean();
  });

  it('gives the CPI what it calculated of vm_resources, and over it what vm_extensions say', async () => {
    const large: Group = {
      name: 'large',
      azs: ['z2'],
      vm_resources: { cpu: 2, ram: 1024, ephemeral_disk_size: 2048 },
      vm_extensions: ['lb'],
    };
    expectDone(await witness.deploy(manifestOf('large', 'one', [large])));
    expect(cpi.calls('calculate_vm_cloud_properties').at(-1)?.arguments).toEqual([{ cpu: 2, ram: 1024, ephemeral_disk_size: 2048 }]);
    expect(cpi.calls('create_vm').at(-1)?.arguments[2]).toEqual({ cpu: 2, ram: 4096, ephemeral_disk_size: 2048, lb: 'front' });
  });

  it('compiles packages one after the other on one VM, or with reuse_compilation_vms: false each on one of its own', async () => {
    const paved = manifestOf('paved', '', [{ name: 'path', jobs: [{ name: 'paved', release: 'witness' }] }]);
    const one = readFileSync(join(witness.stack.work, 'two-zones.yml'), 'utf8').replace('workers: 5', 'workers: 1');
    /** Of the VMs that compile alone, how many the CPI of z2 was asked to make and to delete. */
    const compile = async (reuse: boolean): Promise<number[]> => {
      const cloud = one.replace(/reuse_compilation_vms: true\n {2}az: z1/, `reuse_compilation_vms: ${reuse}\n  az: z2`);
      writeFileSync(join(witness.stack.work, 'compiling.yml'), cloud);
      expectDone(await witness.bosh('none', 'update-config', '--type', 'cloud', '--name', 'default', 'compiling.yml'));
      const count = (): number[] => ['create_vm', 'delete_vm'].map((method) => cpi.calls(method).length);
      const [made = 0, deleted = 0] = count();
      const { stdout } = expectDone(await witness.deploy(paved));
      expect(new Set(stdout.match(/Compiling packages: (pebble|stone)/g)).size).toBe(2);
      expectDone(await witness.bosh('paved', 'delete-deployment'));
      const [madeNow = 0, deletedNow = 0] = count();
      return [madeNow - made, deletedNow - deleted];
    };
    expect(await compile(true)).toEqual([1, 1]);
    expectDone(await witness.bosh('none', 'upload-release', witness.release, '--fix'));
    expect(await compile(false)).toEqual([2, 2]);
  });
});
