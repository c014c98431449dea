import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScene, type Scene } from '../gotchas/scene.js';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { cli } from '../stack/paths.js';
import { run } from '../stack/run.js';
import { firstTable } from '../stack/tables-of.js';

/** Two instances with a disk each. A canary is watched for seconds, in which the other one's old VM and new VM are both there. */
const swapping = (text: string): string =>
  text
    .replace('canary_watch_time: 100-10000', 'canary_watch_time: 5000-20000\n  vm_strategy: create-swap-delete')
    .replace('instances: 1', 'instances: 2\n  persistent_disk: 16')
    .replace(/\n {4}static_ips: .*/, '');

describe('vm_strategy: create-swap-delete', () => {
  let scene: Scene;
  let before: Record<string, string>[];
  const rows = async (): Promise<Record<string, string>[]> =>
    (await scene.instances('dual-stack')).sort((a, b) => Number(a.index) - Number(b.index));
  const ipv4 = (row: Record<string, string> | undefined): string => row?.ips?.split('\n')[0] ?? '';
  const greets = async (address: string): Promise<boolean> =>
    (await scene.ran('workstation', 'curl', '-sSf', '--max-time', '2', `http://${address}/`)).code === 0;
  const orphans = async (): Promise<Record<string, string>[]> => {
    const { stdout } = expectDone(await scene.stack.bosh(['-e', 'ipv4', '--json', 'orphaned-vms']));
    return firstTable(stdout);
  };
  beforeAll(async () => {
    scene = await openScene();
    expectDone(await scene.deploy('dual-stack', swapping));
    before = await rows();
    for (const [at, { vm_cid = '' }] of before.entries()) await scene.ran(vm_cid, 'sh', '-c', `echo ${at} >/var/vcap/store/mine`);
  });
  afterAll(() => scene?.close());

  it('an old VM answers while the new one is there already; both have addresses of their own', async () => {
    expect(before.map(ipv4)).toEqual(['10.0.9.171', '10.0.9.172']);
    const deploy = scene.stack.bosh(['-e', 'ipv4', '-d', 'dual-stack', '-n', 'deploy', '--recreate', 'dual-stack.yml']);
    const both = await eventually(
      async () => [(await scene.ran('workstation', 'ping', '-nc1', '-W1', '10.0.9.174')).code === 0, await greets('10.0.9.172')],
      ([isThere]) => isThere === true,
    );
    expect(both).toEqual([true, true]);
    expectDone(await deploy);
    const after = await rows();
    expect(after.map(ipv4)).toEqual(['10.0.9.173', '10.0.9.174']);
    for (const address of after.map(ipv4)) expect(await greets(address)).toBe(true);
    for (const [at, { vm_cid = '' }] of after.entries()) expect(await scene.at(vm_cid, 'cat', '/var/vcap/store/mine')).toBe(String(at));
  });

  it('the old ones serve nobody any more, and are orphans with their addresses', async () => {
    for (const address of before.map(ipv4)) expect(await greets(address)).toBe(false);
    const found = await orphans();
    const key = (row: Record<string, string>): string => `${row.vm_cid} ${row.ips}`;
    expect(found.map(key).sort()).toEqual(before.map(key).sort());
    expect(found.map(({ deployment, az }) => ({ deployment, az }))).toEqual(Array(2).fill({ deployment: 'dual-stack', az: 'z1' }));
  });

  it('a Director that starts deletes them, and their addresses are free', async () => {
    const { stack } = scene;
    const [director] = (await stack.lab.status()).services.filter(({ name }) => name === 'director');
    process.kill(director?.pid ?? Number.NaN, 'SIGKILL');
    await eventually(
      async () => (await stack.lab.status()).services.find(({ name }) => name === 'director')?.state,
      (state) => state === 'exited',
    );
    expectDone(await run([process.execPath, cli, 'up'], { cwd: stack.work, env: stack.env }));
    await eventually(orphans, (left) => left.length === 0);
    const kept = (await rows()).map(({ vm_cid }) => vm_cid).sort();
    expect((await stack.lab.status()).vms.map(({ cid }) => cid).sort()).toEqual(kept);
    const { stdout } = await stack.bosh(['-e', 'ipv4', 'networks', '--details']);
    // The next one to be given, and nobody's.
    expect(stdout).toMatch(/^default\s.*\s10\.0\.9\.171\s+-/m);
    expect(stdout).not.toContain('10.0.9.172');
    expect(stdout).toContain('10.0.9.173');
  });
});
