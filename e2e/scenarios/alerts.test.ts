import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScene, type Scene } from '../gotchas/scene.js';
import type { Running } from '../gotchas/seat.js';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { root } from '../stack/paths.js';

const name = 'dual-stack';
const receiverPort = 8099;
/** Prints what is posted, one request a line. */
const receiver = `
require('node:http').createServer((request, response) => {
  let body = '';
  request.on('data', (part) => { body += part; });
  request.on('end', () => { console.log(request.url, request.headers.authorization, body); response.end(); });
}).listen(${receiverPort}, '127.0.0.1', () => console.log('ready'));
`;

describe('alerts', () => {
  let scene: Scene;
  let hook: Running;
  const bosh = async (...args: string[]): Promise<string> => expectDone(await scene.stack.bosh(['-e', 'ipv4', '-d', name, ...args])).stdout;
  const inVm = async (script: string): Promise<string> => scene.at(await scene.vm(name), 'sh', '-c', script);
  const metric = async (key: string): Promise<string> => {
    const text = await scene.at('director', 'curl', '-sS', 'http://127.0.0.1:9091/metrics');
    return text.split('\n').find((line) => line.startsWith(`bosh_${key}{`)) ?? text;
  };
  const restartDirector = async (more: object): Promise<void> => {
    const { home, lab } = scene.stack;
    const config = join(home, 'director.json');
    const hooks = [{ type: 'log' }, { type: 'webhook', url: `http://127.0.0.1:${receiverPort}/secret`, authorizationFile: 'hook-header' }];
    const healthMonitor = { hooks, ...more };
    writeFileSync(config, JSON.stringify({ ...JSON.parse(readFileSync(config, 'utf8')), healthMonitor, metrics: {} }));
    const argv = [process.execPath, join(root, 'apps/director/dist/main.js'), config];
    await lab.stopService('director');
    await lab.startService({ name: 'director', where: 'director', argv, cwd: join(home, 'director'), logFile: join(home, 'director.log') });
  };
  const powerOff = async (cid: string): Promise<void> => {
    const vm = (await scene.stack.lab.status()).vms.find((each) => each.cid === cid);
    process.kill(vm?.pid ?? Number.NaN, 'SIGKILL');
  };

  beforeAll(async () => {
    scene = await openScene();
    hook = await scene.start('director', process.execPath, '-e', receiver);
    await hook.says(/ready/);
    writeFileSync(join(scene.stack.home, 'hook-header'), 'Bearer of-news\n', { mode: 0o600 });
    await restartDirector({});
    expectDone(await scene.deploy(name));
  });
  afterAll(async () => {
    await hook?.stop();
    await scene?.close();
  });

  it('a job that fails is told to every hook and to who asks, and its VM stays', async () => {
    const cid = await scene.vm(name);
    await inVm('mv /var/vcap/jobs/greeter/bin/server /var/vcap/server; kill $(cat /var/vcap/sys/run/greeter/greeter.pid)');
    const told = await hook.says(/"title":"greeter \(10\.0\.9\.161, 2601:646:100:69f0::161\) - Does not exist - restart"/);
    expect(told).toMatch(/^\/secret Bearer of-news \{"kind":"alert",.*"instance":"greeter\/.*"severity":1,"severity_name":"alert"/m);
    expect(await bosh('events', '--object-type=alert')).toContain('Does not exist - restart');
    const log = readFileSync(join(scene.stack.home, 'director', 'director.log'), 'utf8');
    expect(log).toContain('Does not exist - restart');
    expect(log).not.toMatch(/\/secret|of-news/);
    const failing = await eventually(
      () => bosh('instances', '--ps', '--vitals', '--failing'),
      (text) => /\sfailing\s/.test(text),
      { seconds: 60 },
    );
    expect(failing).toMatch(/greeter\/\S+\s+(-\s+)?failing/);
    expect(failing).toMatch(/\d+% \([\d.]+ \w?B\)/);
    expect(
      await eventually(
        () => metric('failing_instances'),
        (line) => line.endsWith(' 1'),
      ),
    ).toBe(`bosh_failing_instances{name="${name}"} 1`);
    await inVm('mv /var/vcap/server /var/vcap/jobs/greeter/bin/server');
    const well = await eventually(
      () => bosh('instances', '--failing'),
      (text) => !text.includes('greeter'),
      { seconds: 60 },
    );
    expect(well).not.toContain('greeter');
    expect(
      await eventually(
        () => metric('failing_instances'),
        (line) => line.endsWith(' 0'),
      ),
    ).toBe(`bosh_failing_instances{name="${name}"} 0`);
    expect(await scene.vm(name)).toBe(cid);
  });

  it('a job that takes more memory than its monit file lets it is restarted, and told of', async () => {
    await inVm("echo '  if totalmem > 1 MB for 2 cycles then restart' >> /var/vcap/jobs/greeter/monit");
    await bosh('-n', 'restart', '--no-converge', 'greeter/0');
    const pid = await inVm('cat /var/vcap/sys/run/greeter/greeter.pid');
    const told = await hook.says(/"title":"greeter \([^)]*\) - Resource limit matched - restart"/);
    expect(told).toMatch(
      /- Resource limit matched - restart","summary":"memory of \d+ kB, limit > 1024 kB",.*"severity":3,"severity_name":"error"/,
    );
    expect(await bosh('events', '--object-type=alert')).toContain('Resource limit matched - restart');
    const next = await eventually(
      () => inVm('cat /var/vcap/sys/run/greeter/greeter.pid || true'),
      (text) => text !== '' && text !== pid,
    );
    expect(next).toMatch(/^\d+/);
    expect(next).not.toBe(pid);
  });

  it('a VM that is lost too, and what is done about it', async () => {
    await powerOff(await scene.vm(name));
    const told = await hook.says(/"title":"Scan unresponsive VMs"/);
    expect(told).toMatch(
      /"severity":2,"severity_name":"critical","title":"\S+ has timed out"|"title":"\S+ has timed out".*"severity_name":"critical"/,
    );
    expect(
      await eventually(
        () => bosh('tasks', '--recent', '--all'),
        (text) => /\sdone\s.*\sscan and fix/.test(text),
        { seconds: 90 },
      ),
    ).toContain('scan and fix');
    expect(await bosh('tasks', '--recent')).not.toContain('scan and fix');
  });

  it('a meltdown, in which nothing is made anew until somebody says so', async () => {
    await restartDirector({ graceSeconds: 1, resurrector: { minimumDownJobs: 1, percentThreshold: 0.2 } });
    const fixed = async (): Promise<number> => (await bosh('tasks', '--recent', '--all')).split('scan and fix').length;
    const [cid, before] = [await scene.vm(name), await fixed()];
    const isBack = ([row]: Record<string, string>[]): boolean => row?.process_state === 'running';
    expect(isBack(await eventually(() => scene.instances(name), isBack))).toBe(true);
    await powerOff(cid);
    await hook.says(/"title":"We are in meltdown".*"severity":1/);
    expect(await bosh('events', '--object-type=alert')).toContain('We are in meltdown');
    expect([await scene.vm(name), await fixed()]).toEqual([cid, before]);
    await bosh('-n', 'cck', '--resolution=recreate_vm');
    expect(await scene.instances(name)).toMatchObject([{ process_state: 'running', vm_cid: expect.not.stringMatching(cid) }]);
  });
});
