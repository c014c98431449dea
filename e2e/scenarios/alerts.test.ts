import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScene, type Scene } from '../gotchas/scene.js';
import type { Running } from '../gotchas/seat.js';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { root } from '../stack/paths.js';
import { restartDirector } from '../stack/restart-director.js';
import { openTwin } from './witness/open-twin.js';
import { signalAgent } from './witness/signal-agent.js';

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
  const scraped = (path: string): Promise<string> => scene.at('director', 'curl', '-sS', `http://127.0.0.1:9091${path}`);
  const metric = async (key: string): Promise<string> => {
    const text = await scraped('/metrics');
    return text.split('\n').find((line) => line.startsWith(`bosh_${key}{`)) ?? text;
  };
  const monitorWith = async (more: object): Promise<void> => {
    const config = join(scene.stack.home, 'director.json');
    const hooks = [{ type: 'log' }, { type: 'webhook', url: `http://127.0.0.1:${receiverPort}/secret`, authorizationFile: 'hook-header' }];
    const healthMonitor = { hooks, ...more };
    writeFileSync(config, JSON.stringify({ ...JSON.parse(readFileSync(config, 'utf8')), healthMonitor, metrics: {} }));
    await restartDirector(scene.stack);
  };
  /** With the monitor set up so, once it has its agent again. */
  const watchedWith = async (more: object): Promise<Record<string, string>> => {
    await monitorWith(more);
    const [row = {}] = await eventually(() => scene.instances(name), isUp, { seconds: 60 });
    expect(row.process_state).toBe('running');
    return row;
  };
  const isUp = ([row]: Record<string, string>[]): boolean => row?.process_state === 'running';
  const log = (): string => readFileSync(join(scene.stack.home, 'director', 'director.log'), 'utf8');
  const powerOff = async (cid: string): Promise<void> => {
    const vm = (await scene.stack.lab.status()).vms.find((each) => each.cid === cid);
    process.kill(vm?.pid ?? Number.NaN, 'SIGKILL');
  };

  beforeAll(async () => {
    scene = await openScene();
    hook = await scene.start('director', process.execPath, '-e', receiver);
    await hook.says(/ready/);
    writeFileSync(join(scene.stack.home, 'hook-header'), 'Bearer of-news\n', { mode: 0o600 });
    await monitorWith({});
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
    expect(log()).toContain('Does not exist - restart');
    expect(log()).not.toMatch(/\/secret|of-news/);
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

  it('all metrics that the guide names, with their labels', async () => {
    const cid = await scene.vm(name);
    await signalAgent(scene.stack, cid, 'SIGSTOP');
    const asks = bosh('cck', '--report');
    const task = await eventually(
      () => metric('tasks_total'),
      (line) => line.includes('"processing"'),
    );
    await signalAgent(scene.stack, cid, 'SIGCONT');
    await asks;
    expect(task).toBe('bosh_tasks_total{state="processing",type="cck_scan"} 1');
    const text = `${await scraped('/metrics')}\n${task}`;
    const rows = readFileSync(join(root, 'docs/guides/healing.md'), 'utf8').matchAll(/^\| (`bosh_.*) \| (.*)\|$/gm);
    const ticked = (cell = ''): string[] => [...cell.matchAll(/`(\w+)`/g)].map(([, word = '']) => word);
    const named = [...rows].flatMap(([, names, labels]) => ticked(names).map((one) => [one, ticked(labels)] as const));
    expect(named.map(([one]) => one).sort()).toEqual([...text.matchAll(/^# TYPE (\w+) gauge$/gm)].map(([, one]) => one).sort());
    for (const [one, labels] of named) {
      const having = labels.map((label) => `${label}="[^"]+"`).join(',');
      expect(text).toMatch(new RegExp(`^${one}${having === '' ? '' : `\\{${having}\\}`} \\d+$`, 'm'));
    }
    const asked = await scraped('/api_metrics');
    expect(asked).toMatch(/^http_server_requests_total\{code="200",method="get",path="\/tasks\/:id"\} [1-9]/m);
    expect(asked).toMatch(/^http_server_request_duration_seconds_bucket\{le="\+Inf",method="get",path="\/tasks\/:id"\} [1-9]/m);
    expect(asked).not.toContain(name);
  });

  it('a VM that is lost too, by its lost connection alone, and what is done about it', async () => {
    const { vm_cid: cid = '', agent_id: agent } = await watchedWith({ graceSeconds: 1, agentTimeoutSeconds: 3600 });
    const twin = await openTwin(scene.stack, cid);
    try {
      await signalAgent(scene.stack, cid, 'SIGSTOP');
      // no heartbeat is missed for an hour
      await twin.beat(1200);
      await powerOff(cid);
    } finally {
      await twin.close();
    }
    await hook.says(new RegExp(`"title":"${agent} has timed out"`));
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

  it('a VM that is gone soon after the Director began, but not before the grace is over', async () => {
    const { vm_cid: cid = '', agent_id: agent } = await watchedWith({ graceSeconds: 20 });
    await scene.stack.lab.deleteVm(cid);
    const missed = new RegExp(`"title":"${agent} has timed out".*"created_at":(\\d+)`);
    const [, at] = missed.exec(await hook.says(missed)) ?? [];
    const [, began] = [...log().matchAll(/"time":(\d+)[^\n]*"msg":"listening"/g)].at(-1) ?? [];
    expect(Number(at) - Math.floor(Number(began) / 1000)).toBeGreaterThanOrEqual(20);
    const after = await eventually(
      () => scene.instances(name),
      ([row]) => row?.vm_cid !== cid && row?.process_state === 'running',
      { seconds: 90 },
    );
    expect(after).toMatchObject([{ process_state: 'running', vm_cid: expect.not.stringMatching(cid) }]);
  });

  it('a meltdown of VMs that die at once, in which nothing is made anew until somebody says so', async () => {
    const five = (text: string): string =>
      text
        .replace('instances: 1', 'instances: 5')
        .replace('max_in_flight: 1', 'max_in_flight: 5')
        .replace(/static_ips: .*/, 'static_ips: [10.0.9.161 - 10.0.9.165, "2601:646:100:69f0::161 - 2601:646:100:69f0::165"]');
    const cids = async (): Promise<string[]> => (await scene.instances(name)).map(({ vm_cid: cid = '' }) => cid).sort();
    const fixed = async (): Promise<number> => (await bosh('tasks', '--recent=1000', '--all')).split('scan and fix').length;
    await watchedWith({ graceSeconds: 1 });
    expectDone(await scene.deploy(name, five));
    const [before, lost] = [await fixed(), await cids()];
    const { vms } = await scene.stack.lab.status();
    for (const { cid, pid = Number.NaN } of vms) if (lost.includes(cid)) process.kill(pid, 'SIGKILL');
    const told = await hook.says(/"title":"We are in meltdown".*"severity":1/);
    expect(/"title":"We are in meltdown","summary":"([^"]*)"/.exec(told)?.[1]?.match(/greeter\//g)).toHaveLength(5);
    expect(await bosh('events', '--object-type=alert')).toContain('We are in meltdown');
    expect([await fixed(), await cids()]).toEqual([before, lost]);
    await bosh('-n', 'cck', '--resolution=recreate_vm');
    const isWell = (rows: Record<string, string>[]): boolean => rows.every((row) => isUp([row]));
    const mended = await eventually(() => scene.instances(name), isWell, { seconds: 90 });
    expect(mended.map(({ process_state: state }) => state)).toEqual(Array(5).fill('running'));
    for (const { vm_cid: cid } of mended) expect(lost).not.toContain(cid);
  });
});
