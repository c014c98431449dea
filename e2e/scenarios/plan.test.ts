import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeploymentPlan } from '@bosh6/director-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { dumpOf } from '../stack/dump-of.js';
import { eventually } from '../stack/eventually.js';
import { freshStack, prepare } from '../stack/home.js';
import { manifests } from '../stack/paths.js';
import { type Ran, run } from '../stack/run.js';
import type { Stack } from '../stack/stack.js';

describe('the plan of a live deployment', () => {
  let stack: Stack;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const fresh = await freshStack();
    ({ stack, remove } = fresh);
    await prepare(stack, fresh.fixtures);
    expectDone(await stack.bosh([...tiny, '-n', 'deploy', 'tiny.yml']));
  });
  afterAll(() => remove?.());

  const tiny = ['-e', 'ipv4', '-d', 'tiny'];
  const plan = async (file: string, ...flags: string[]): Promise<Ran> => {
    const before = await dumpOf(stack);
    const ran = await stack.bosh([...tiny, 'plan', file, ...flags]);
    expect(await dumpOf(stack)).toEqual(before);
    return ran;
  };
  const planned = async (file: string, asked = plan): Promise<DeploymentPlan> =>
    (JSON.parse(expectDone(await asked(file, '--json=v2')).stdout) as { plan: DeploymentPlan }).plan;
  const sleeper = async (script: string): Promise<string> => {
    const [cid = ''] = await cids();
    return expectDone(await run([...(await stack.lab.enterArgv(cid)), 'sh', '-c', script])).stdout;
  };
  const cids = async (): Promise<string[]> => (await stack.lab.status()).vms.map(({ cid }) => cid);
  /** The manifest with a text in it replaced, as a file. */
  const changed = (file: string, from: string, to: string): string => {
    const text = readFileSync(join(manifests, 'tiny.yml'), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(stack.work, file), text.replace(from, to));
    return file;
  };
  const greeting = (text: string): string =>
    changed('greeting.yml', '    release: broken\n', `    release: broken\n    properties: {greeting: ${text}}\n`);

  it('is that nothing would change, and is no task', async () => {
    expect(expectDone(await plan('tiny.yml', '--expect-no-changes')).stdout).toContain('Nothing would change');
  });

  it('names a changed property, ends with its own code, and shows no value unasked', async () => {
    const ran = await plan(greeting('welcome'), '--expect-no-changes');
    expect(ran.code).toBe(10);
    expect(ran.stdout).toMatch(/~ sleeper\/[-0-9a-f]{36} \(0\) in z1: update in place/);
    expect(ran.stdout).toContain('its rendered templates changed: sleeper.greeting');
    expect(ran.stdout).not.toContain('welcome');
    expect((await plan('greeting.yml', '--no-redact')).stdout).toContain('sleeper.greeting: (none) -> welcome');
  });

  it('is a new VM for a changed address, with both', async () => {
    const moved = changed('moved.yml', '10.0.9.163', '10.0.9.164');
    const [instance] = (await planned(moved)).instances;
    expect(instance).toMatchObject({ action: 'recreate', vm: 'replace' });
    expect(instance?.changes[0]?.reason).toBe('it gets 10.0.9.164 and loses 10.0.9.163');
  });

  it('differs from a dry run, which is a task with its events, and else changes nothing either', async () => {
    const passing = ['tasks', 'events', 'sqlite_sequence'];
    const [before, all] = [await dumpOf(stack, passing), await dumpOf(stack)];
    const ran = expectDone(await stack.bosh([...tiny, '-n', 'deploy', '--dry-run', '--recreate', greeting('welcome')]));
    expect(ran.stdout).toContain('Rendering templates');
    expect(await dumpOf(stack, passing)).toEqual(before);
    expect(await dumpOf(stack)).not.toEqual(all);
  });

  it('is carried out as it was told: the old VM stays, and the new instance is the very one that it named', async () => {
    const [before] = await cids();
    const file = changed('two.yml', '  instances: 1\n', '  instances: 2\n');
    writeFileSync(join(stack.work, file), readFileSync(join(stack.work, file), 'utf8').replace('[10.0.9.163]', '[10.0.9.163, 10.0.9.165]'));
    const { id, instances } = await planned(file);
    expect(instances.map(({ action }) => action)).toEqual(['none', 'create']);
    const ran = expectDone(await stack.bosh([...tiny, '-n', 'deploy', '--plan', id, file]));
    expect(ran.stdout).toContain(`sleeper/${instances[1]?.id} (1)`);
    expect(await cids()).toContain(before);
    expect(await cids()).toHaveLength(2);
    expectDone(await plan(file, '--expect-no-changes'));
  });

  it('is refused once another deploy was faster, and says what that changed', async () => {
    const { id } = await planned(greeting('late'));
    const fewer = await planned('tiny.yml');
    expect(fewer.instances.map(({ action, vm }) => [action, vm])).toEqual([
      ['none', 'keep'],
      ['delete', 'delete'],
    ]);
    expect(fewer.instances[1]?.changes[0]?.reason).toBe("instance group 'sleeper' has fewer instances now");
    expectDone(await stack.bosh([...tiny, '-n', 'deploy', '--plan', fewer.id, 'tiny.yml']));
    const vms = await cids();
    expect(vms).toHaveLength(1);
    const refused = await stack.bosh([...tiny, '-n', 'deploy', '--plan', id, 'greeting.yml']);
    expect(refused.code).toBe(6);
    expect(refused.stdout).toContain('since the plan was made, there changed: the instances, their VMs and disks');
    expect(await cids()).toEqual(vms);
    const again = await planned('greeting.yml');
    expectDone(await stack.bosh([...tiny, '-n', 'deploy', '--plan', again.id, 'greeting.yml']));
    expect(await cids()).toEqual(vms);
  });

  it('is of new metadata for other tags, for which the job runs on', async () => {
    const tagged = changed('tagged.yml', 'name: tiny\n', 'name: tiny\ntags: {team: night}\n');
    expectDone(await stack.bosh([...tiny, '-n', 'deploy', 'tiny.yml']));
    const { id, instances } = await planned(tagged);
    expect(instances).toMatchObject([{ action: 'metadata', vm: 'keep', changes: [{ reason: 'its tags changed: team' }] }]);
    const before = await sleeper('cat /var/vcap/sys/run/sleeper/sleeper.pid');
    expectDone(await stack.bosh([...tiny, '-n', 'deploy', '--plan', id, tagged]));
    expect((await stack.lab.status()).vms).toMatchObject([{ metadata: { team: 'night' } }]);
    expect(await sleeper('cat /var/vcap/sys/run/sleeper/sleeper.pid')).toBe(before);
    expect((await planned(tagged)).instances).toMatchObject([{ action: 'none' }]);
  });

  it('is of a restart where the job does not run', async () => {
    await sleeper('mv /var/vcap/jobs/sleeper/bin/ctl /var/vcap/ctl; kill $(cat /var/vcap/sys/run/sleeper/sleeper.pid)');
    // meanwhile there are events of the job
    const asked = (...words: string[]): Promise<Ran> => stack.bosh([...tiny, 'plan', ...words]);
    const instance = async (): Promise<DeploymentPlan['instances'][number] | undefined> =>
      (await planned('tagged.yml', asked)).instances[0];
    expect(await eventually(instance, (seen) => seen?.action === 'restart')).toMatchObject({
      action: 'restart',
      vm: 'keep',
      changes: [{ reason: "its jobs are 'failing', not running" }],
    });
    await sleeper('mv /var/vcap/ctl /var/vcap/jobs/sleeper/bin/ctl');
    expectDone(await stack.bosh([...tiny, '-n', 'deploy', 'tagged.yml']));
    expect((await planned('tagged.yml')).instances).toMatchObject([{ action: 'none' }]);
  });
});
