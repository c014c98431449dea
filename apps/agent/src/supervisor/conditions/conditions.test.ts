import { spawn } from 'node:child_process';
import dns from 'node:dns';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { familyOf, lookAtMachine, type Machine, memoryOf, ticksOf } from '../../processes/machine.js';
import { look, type ProcessSight } from '../../processes/proc.js';
import { parseMonitFile } from '../monit-file.js';
import { countsFamily } from './counts-family.js';
import type { View } from './finding.js';
import { type Condition, lookAt } from './index.js';

const conditionOf = (check: string, test: string): Condition =>
  parseMonitFile(`${check}\nif ${test} then alert`, 'm').services[0]?.rules[0]?.condition as Condition;
const machine = lookAtMachine({ now: Date.now, monotonic: () => performance.now() });

describe('a file', () => {
  let directory: string;
  let path: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'conditions-'));
    path = join(directory, 'x');
    await writeFile(path, 'content');
    await chmod(path, 0o640);
    await utimes(path, new Date(), new Date(Date.now() - 7_200_000));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));
  const fails = async (test: string, before?: unknown): Promise<boolean | undefined> => {
    const found = await lookAt(conditionOf(`check file x with path ${path}`, test), { kind: 'file', path, upSeconds: 0, machine }, before);
    return found.failed;
  };

  test.each<[string, boolean]>([
    ['size > 6 B', true],
    ['size > 7 B', false],
    ['size < 1 kB', true],
    ['mtime older than 1 hour', true],
    ['mtime older than 3 hours', false],
    ['timestamp older than 1 hour', false],
    ['failed permission 640', false],
    ['failed permission 0600', true],
    [`failed uid ${process.getuid?.()}`, false],
    ['failed gid 4242', true],
    ['failed checksum expect 9a0364b9e99bb480dd25e1f0284c8555', false],
    ['failed checksum expect 040f06fd774092478d450774f5ba30c5da78acc8', false],
    ['failed checksum expect 00000000000000000000000000000000', true],
    ['not exist', false],
    ['exist', true],
  ])('%s: %s', async (test, expected) => {
    expect(await fails(test)).toBe(expected);
  });

  test.each(['changed size', 'changed timestamp', 'changed checksum', 'changed permission'])('%s', async (test) => {
    const condition = conditionOf(`check file x with path ${path}`, test);
    const see = (before: unknown) => lookAt(condition, { kind: 'file', path, upSeconds: 0, machine }, before);
    const first = await see(undefined);
    expect(first.failed).toBe(false);
    expect((await see(first.memory)).failed).toBe(false);
    await writeFile(path, 'other content');
    await chmod(path, 0o600);
    expect((await see(first.memory)).failed).toBe(true);
  });

  test('that is not there has nothing but its absence', async () => {
    await rm(path);
    expect(await fails('not exist')).toBe(true);
    for (const test of ['size > 1 B', 'mtime > 1 hour', 'failed permission 640', 'changed checksum'])
      expect(await fails(test)).toBeUndefined();
  });

  test('space of its file system', async () => {
    const see = (test: string) =>
      lookAt(
        conditionOf('check filesystem f with path /tmp', test),
        { kind: 'filesystem', path: '/tmp', upSeconds: 0, machine },
        undefined,
      );
    expect((await see('space usage > 0 B')).failed).toBe(true);
    expect((await see('space usage > 100%')).failed).toBe(false);
    expect((await see('space free < 1 B')).failed).toBe(false);
  });
});

describe('a process', () => {
  const own = look(process.pid) as ProcessSight;
  const sight = (pid: number, parent: number, residentKib: number, cpuTicks = 0): ProcessSight => ({
    pid,
    parent,
    residentKib,
    cpuTicks,
    startTicks: 1,
    threads: 1,
  });
  const family = [sight(10, 1, 100, 100), sight(11, 10, 200, 50), sight(12, 11, 300, 20), sight(13, 1, 1000, 999)];
  const at = (now: number, sights: ProcessSight[] = family): Machine => ({
    ...machine,
    now: () => now,
    processors: 2,
    memory: () => ({ total: 6000 * 1024, used: 0, swap: 0, swapUsed: 0 }),
    family: (pid) => familyOf(pid, sights),
  });
  const see = (test: string, view: Partial<View> = {}, before?: unknown) =>
    lookAt(
      conditionOf('check process x with pidfile /x', test),
      { kind: 'process', sight: family[0] as ProcessSight, upSeconds: 100, machine: at(0), ...view },
      before,
    );

  test('memory, its own and with its descendants', async () => {
    expect((await see('mem > 99 kB')).failed).toBe(true);
    expect((await see('mem > 100 kB')).failed).toBe(false);
    expect((await see('totalmem > 599 kB')).failed).toBe(true);
    expect((await see('totalmem > 600 kB')).failed).toBe(false);
    expect((await see('totalmem > 9.9%')).failed).toBe(true);
    expect((await see('totalmem > 10%')).failed).toBe(false);
  });

  test('processor time since the look before, as a share of all processors', async () => {
    const first = await see('totalcpu > 50%');
    expect(first.failed).toBeUndefined();
    // 10 s later: 100 + 150 ticks, and 300 of a child that is new
    const later = [sight(10, 1, 100, 200), sight(11, 10, 200, 200), sight(14, 10, 100, 300)];
    const view = { sight: later[0] as ProcessSight, machine: at(10_000, later) };
    expect(await see('totalcpu > 27%', view, first.memory)).toMatchObject({ failed: true, said: 'cpu usage of 27.5 %, limit > 27 %' });
    const alone = await see('cpu > 5%');
    expect(await see('cpu > 5%', view, alone.memory)).toMatchObject({ failed: false, said: 'cpu usage of 5 %, limit > 5 %' });
  });

  test('children, threads, uptime, load', async () => {
    expect((await see('children > 1')).failed).toBe(true);
    expect((await see('children > 2')).failed).toBe(false);
    expect((await see('threads > 1', { sight: own })).failed).toBe(true);
    expect((await see('uptime > 2 minutes')).failed).toBe(false);
    expect((await see('uptime > 1 minute')).failed).toBe(true);
    expect((await see('loadavg(1min) > 3', { machine: { ...machine, load: () => [4, 2, 1] } })).failed).toBe(true);
    expect((await see('loadavg(5min) > 3', { machine: { ...machine, load: () => [4, 2, 1] } })).failed).toBe(false);
  });

  test('another pid, another parent', async () => {
    expect((await see('changed pid')).memory).toBe(10);
    expect((await see('changed pid', {}, 10)).failed).toBe(false);
    expect((await see('changed pid', {}, 9)).failed).toBe(true);
    expect((await see('changed ppid', {}, 2)).failed).toBe(true);
  });

  test('that does not live has nothing but its absence', async () => {
    const gone = { kind: 'process' as const, upSeconds: 0, machine };
    const look = (test: string) => lookAt(conditionOf('check process x with pidfile /x', test), gone, undefined);
    for (const test of ['mem > 1 kB', 'cpu > 1%', 'children > 0', 'failed port 1', 'changed pid'])
      expect((await look(test)).failed).toBeUndefined();
    expect((await look('not exist')).failed).toBe(true);
  });
});

test('the machine itself, by its /proc', () => {
  expect(memoryOf('MemTotal: 1000 kB\nMemFree: 1 kB\nMemAvailable:  400 kB\nSwapTotal: 10 kB\nSwapFree: 4 kB\n')).toEqual({
    total: 1_024_000,
    used: 614_400,
    swap: 10_240,
    swapUsed: 6144,
  });
  const stat = 'cpu  1 2 4 8 16 32 64 128 0 0\ncpu0 1 1 1 1\n';
  expect((['user', 'system', 'wait', 'machine'] as const).map((part) => ticksOf(stat, part))).toEqual([3, 100, 16, 231]);
  expect(machine.memory().used).toBeGreaterThan(0);
  expect(machine.cpuTicks('machine')).toBeGreaterThan(0);
  expect(machine.idOf('uid', 'root')).toBe(0);
});

test('a look at the machine is of one moment, whenever it is asked', async () => {
  let now = 5;
  const clock = { now: () => now, monotonic: () => now };
  const [whole, lazy] = [lookAtMachine(clock, true), lookAtMachine(clock)];
  now = 9;
  const late = spawn('sleep', ['1000'], { stdio: 'ignore' });
  await once(late, 'spawn');
  const seen = [whole, lazy].map((each) => each.family(late.pid ?? 0).length);
  late.kill('SIGKILL');
  expect([whole.now(), lazy.now(), ...seen]).toEqual([5, 5, 0, 1]);
});

test('every process is read only for who counts descendants', () => {
  const check = 'check process x with pidfile /x';
  const counting = ['totalmem > 1 MB', 'totalcpu > 1%', 'children > 1'];
  const others = ['mem > 1 MB', 'cpu > 1%', 'threads > 1', 'failed port 1', 'not exist'];
  expect(counting.map((each) => countsFamily(conditionOf(check, each)))).toEqual([true, true, true]);
  expect(others.some((each) => countsFamily(conditionOf(check, each)))).toBe(false);
});

describe('a connection', () => {
  let server: Server;
  const sockets = new Set<Socket>();
  const serve = (where: string, answer: (socket: Socket) => void): Promise<number> =>
    new Promise((resolve) => {
      server = createServer((socket) => {
        sockets.add(socket);
        socket.on('error', () => undefined);
        answer(socket);
      });
      const done = (): void => resolve((server.address() as { port?: number }).port ?? 0);
      if (where.startsWith('/')) server.listen(where, done);
      else server.listen(0, where, done);
    });
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const http =
    (text: string) =>
    (socket: Socket): void =>
      void socket.once('data', () => socket.end(text));
  const see = async (test: string) =>
    lookAt(
      conditionOf('check host h with address 127.0.0.1', test),
      { kind: 'host', address: '127.0.0.1', upSeconds: 0, machine },
      undefined,
    );

  test.each<[string, string, string | undefined]>([
    ['', 'HTTP/1.1 200 OK\r\n\r\nwell', undefined],
    ['', 'HTTP/1.1 404 Not Found\r\n\r\n', 'status 404'],
    ['status = 404', 'HTTP/1.1 404 Not Found\r\n\r\n', undefined],
    ['status = 404', 'HTTP/1.1 200 OK\r\n\r\n', 'status 200'],
    ['content = "w[e]ll"', 'HTTP/1.1 200 OK\r\n\r\nwell', undefined],
    ['content = "HTTP"', 'HTTP/1.1 200 OK\r\n\r\nwell', 'content'],
    ['content != "bad"', 'HTTP/1.1 200 OK\r\n\r\nbad', 'content'],
    ['', 'SSH-2.0-x\r\n', 'not HTTP'],
  ])('http %s', async (options, answer, wrong) => {
    const port = await serve('127.0.0.1', http(answer));
    const found = await see(`failed port ${port} protocol http ${options}`);
    expect(found.failed).toBe(wrong !== undefined);
    if (wrong !== undefined) expect(found.said).toContain(wrong);
  });

  test('asks for what is written, by the name that is written', async () => {
    let asked = '';
    const port = await serve('::1', (socket) =>
      socket.once('data', (part) => {
        asked = part.toString();
        socket.end('HTTP/1.0 200 OK\r\n\r\n');
      }),
    );
    expect((await see(`failed host ::1 port ${port} protocol http request "/a?b=c"`)).failed).toBe(false);
    expect(asked).toMatch(/^GET \/a\?b=c HTTP\/1\.1\r\nHost: \[::1\]\r\n/);
    expect((await see(`failed host [::1] port ${port} protocol http hostheader "x.example"`)).failed).toBe(false);
    expect(asked).toContain('\r\nHost: x.example\r\n');
  });

  test('what is sent and what is to come', async () => {
    const port = await serve('127.0.0.1', (socket) => {
      socket.write('220 hello\r\n');
      socket.on('data', (part) => socket.write(part.toString() === 'HELO\r\n' ? '250 ok\r\n' : '500 what\r\n'));
    });
    expect((await see(`failed port ${port} expect "^220" send "HELO\\r\\n" expect "^250"`)).failed).toBe(false);
    expect((await see(`failed port ${port} expect "^220" send "EHLO\\r\\n" expect "^250" timeout 1 second`)).failed).toBe(true);
  });

  test('one who is silent fails in his time; one who only listens does for other protocols', async () => {
    const port = await serve('127.0.0.1', () => undefined);
    expect((await see(`failed port ${port} protocol http timeout 1 second`)).said).toContain('silent for 1 s');
    expect((await see(`failed port ${port} protocol redis`)).failed).toBe(false);
  });

  test('one who talks without end fails in his time too', async () => {
    const port = await serve('127.0.0.1', (socket) => {
      const more = (): void => void socket.write('x', (error) => (error ? undefined : setTimeout(more, 50)));
      more();
    });
    expect((await see(`failed port ${port} expect "^220" timeout 1 second`)).said).toContain('not done in 1 s');
  });

  test('nobody at any address of a name: each says why', async () => {
    const port = await serve('127.0.0.1', () => undefined);
    await new Promise((resolve) => server.close(resolve));
    const both = [
      { address: '127.0.0.1', family: 4 },
      { address: '::1', family: 6 },
    ];
    const answer = (_name: string, _options: object, tell: (error: null, found: object[]) => void): void => tell(null, both);
    const lookup = vi.spyOn(dns, 'lookup').mockImplementation(answer as never);
    onTestFinished(() => lookup.mockRestore());
    const { failed, said } = await lookAt(
      conditionOf('check process x with pidfile /x', `failed port ${port}`),
      { kind: 'process', sight: look(process.pid) as ProcessSight, upSeconds: 0, machine },
      undefined,
    );
    expect(failed).toBe(true);
    expect(said).toMatch(/^localhost:\d+ fails: .*ECONNREFUSED 127\.0\.0\.1.*; .*ECONNREFUSED ::1/);
  });

  test('a Unix socket, and nobody at it', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'conditions-'));
    const path = join(directory, 's');
    await serve(path, (socket) => void socket.end());
    expect((await see(`failed unixsocket ${path}`)).failed).toBe(false);
    expect((await see(`failed unixsocket ${path}2`)).failed).toBe(true);
    await rm(directory, { recursive: true, force: true });
  });
});
