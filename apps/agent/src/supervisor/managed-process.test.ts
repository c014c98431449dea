import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VirtualWorld } from '@bosh6/base';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { silentLog } from '../log.js';
import { ManagedProcess } from './managed-process.js';
import type { MonitService } from './monit-definition.js';
import { parseMonitFile } from './monit-file.js';

let world: VirtualWorld;
let directory: string;
let pidFile: string;
let runs: { what: string | undefined; end(code: number): void }[];
let revived: number;
const lives = new Set<ChildProcess>();

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'managed-'));
  pidFile = join(directory, 'pid');
  world = new VirtualWorld();
  runs = [];
  revived = 0;
});
afterEach(async () => {
  await Promise.all([...lives].map(die));
  await rm(directory, { recursive: true, force: true });
});

/** A check whose programs do nothing; the test does it for them. */
function make(statements = '', how = `pidfile ${pidFile}`): ManagedProcess {
  const text = `check process x with ${how}\n start program "/ctl start"\n stop program "/ctl stop"\n restart program "/ctl restart"\n${statements}`;
  return new ManagedProcess(parseMonitFile(text, 'm').services[0] as MonitService, {
    world,
    log: silentLog,
    run: (_, { argv }, onEnd = () => undefined) => void runs.push({ what: argv[1], end: onEnd }),
    died: () => undefined,
    revive: () => {
      revived += 1;
    },
  });
}
/** The process comes up. */
async function live(argv0 = 'sleep'): Promise<ChildProcess> {
  const child = spawn('sleep', ['1000'], { argv0, stdio: 'ignore' });
  lives.add(child);
  await once(child, 'spawn');
  await writeFile(pidFile, String(child.pid));
  return child;
}
async function die(child: ChildProcess): Promise<void> {
  if (!lives.delete(child)) return;
  const over = once(child, 'exit');
  child.kill('SIGKILL');
  await over;
}
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 50) {
    world.advance(50);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
/** Time passes until it is known. */
async function after<T>(result: Promise<T>): Promise<T> {
  let isKnown = false;
  void result.then(() => {
    isKnown = true;
  });
  for (let rounds = 0; !isKnown && rounds < 2000; rounds += 1) await pass(50);
  expect(isKnown).toBe(true);
  return result;
}
const whatRan = (): (string | undefined)[] => runs.map(({ what }) => what);

test('one that did not come up in time is found when it does, and not started once more', async () => {
  const process = make();
  const started = process.start();
  expect(process.isChanging).toBe(true);
  runs[0]?.end(1);
  expect(await after(started)).toBe(false);
  expect([process.isChanging, process.state]).toEqual([false, 'failing']);
  await live();
  process.check();
  expect(process.state).toBe('starting');
  await pass(20_000);
  expect(process.state).toBe('running');
  expect(revived).toBe(0);
});

test.each(['mode passive', 'if does not exist then alert'])('one that was brought back by hand is running: %s', async (statement) => {
  const process = make(statement);
  const first = await live();
  expect(await process.start()).toBe(true);
  await pass(20_000);
  await die(first);
  process.check();
  expect(process.state).toBe('failing');
  await live();
  process.check();
  expect(process.state).toBe('running');
});

test('by a pattern, one that is down is looked for more seldom', async () => {
  const marker = `lost-${globalThis.process.pid}-${Date.now()}`;
  const process = make('', `matching "^${marker}"`);
  const started = process.start();
  runs[0]?.end(1);
  await after(started);
  await live(marker);
  const seen = Array.from({ length: 10 }, () => {
    process.check();
    return process.isUp;
  });
  expect(seen).toEqual([...Array<boolean>(9).fill(false), true]);
});

test.each(['start', 'restart'] as const)('a %s during a stop waits for it', async (how) => {
  const process = make();
  const first = await live();
  await process.start();
  const stopped = process.stop();
  await pass(500);
  await rm(pidFile);
  const again = process[how]();
  expect(process.state).toBe('starting');
  await pass(500);
  process.check();
  expect(whatRan()).toEqual(['stop']);
  await die(first);
  runs[0]?.end(0);
  expect(await after(stopped)).toBe(true);
  await pass(50);
  expect(whatRan()).toEqual(['stop', how]);
  await live();
  runs[1]?.end(0);
  expect(await after(again)).toBe(true);
});

test('a stop after it takes that back', async () => {
  const process = make();
  const first = await live();
  await process.start();
  const stopped = process.stop();
  const again = process.start();
  const stoppedAgain = process.stop();
  await pass(50);
  await die(first);
  runs[0]?.end(0);
  expect([await after(stopped), await after(again), await after(stoppedAgain)]).toEqual([true, false, true]);
  expect(whatRan()).toEqual(['stop']);
  expect(process.monitored).toBe(false);
});

test('a stop waits for what a start program that still runs brings up', async () => {
  const process = make();
  const started = process.start();
  await pass(500);
  const stopped = process.stop();
  expect(await after(started)).toBe(false);
  await pass(1000);
  const late = await live();
  runs[0]?.end(0);
  await pass(500);
  expect(whatRan()).toEqual(['start', 'stop']);
  await die(late);
  runs[1]?.end(0);
  expect(await after(stopped)).toBe(true);
});

test('but no longer than a start may take', async () => {
  const process = make();
  void process.start();
  await pass(500);
  expect(await after(process.stop())).toBe(true);
  expect(whatRan()).toEqual(['start']);
});

test('one that dies soon each time is started again every 10 s: the time that it lived is part of the wait', async () => {
  const process = make();
  for (let round = 1; round <= 7; round += 1) {
    const child = await live();
    expect(await process.start()).toBe(true);
    const began = world.monotonic();
    await pass(6000);
    await die(child);
    process.check();
    while (revived < round) await pass(50);
    expect(world.monotonic() - began).toBeLessThanOrEqual(10_050);
  }
});

test('one that was let go is not started again', async () => {
  const process = make();
  const started = process.start();
  runs[0]?.end(1);
  await after(started);
  process.release();
  await pass(20_000);
  expect(revived).toBe(0);
});
