import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { endGroup } from './end-group.js';
import { findProcess } from './find-process.js';
import { run } from './run.js';

/** Nobody else's on this machine. */
let sleep = '';
beforeEach(() => {
  sleep = `sleep 3600.${randomInt(1e9)}`;
});
afterEach(() => {
  const left = sleeper();
  if (left !== undefined) process.kill(left, 'SIGKILL');
});

const sleeper = (): number | undefined => findProcess(new RegExp(`^${sleep.replace('.', '\\.')}$`))?.pid;
const sleeps = () => expect.poll(sleeper).toBeDefined();
const bash = (script: string, options?: Parameters<typeof run>[1]) => run(['bash', '-c', script], options);

test('a cancelled script ends with the child that it waits for', async () => {
  const stop = new AbortController();
  const ran = bash(`echo begun; ${sleep}; echo done`, { signal: stop.signal });
  await sleeps();
  stop.abort();
  expect(await ran).toMatchObject({ code: 143, signal: 'SIGTERM', stdout: 'begun\n', timedOut: false });
  expect(sleeper()).toBeUndefined();
});

test('one that took too long ends with the child that it waits for', async () => {
  expect(await bash(`${sleep}; echo done`, { timeoutMs: 500 })).toMatchObject({ code: 137, stdout: '', timedOut: true });
  expect(sleeper()).toBeUndefined();
});

test('what a script left behind is waited for while it holds the output, until that is cancelled', async () => {
  expect(await bash('(sleep 0.1; echo late) & echo early')).toMatchObject({ code: 0, stdout: 'early\nlate\n' });
  const stop = new AbortController();
  const ran = bash(`${sleep} & echo early`, { signal: stop.signal });
  await sleeps();
  stop.abort();
  expect(await ran).toMatchObject({ code: 0, stdout: 'early\n' });
  expect(sleeper()).toBeUndefined();
});

test('a daemon that a cancelled script started holds its output and nobody up', async () => {
  const stop = new AbortController();
  const ran = bash(`setsid ${sleep} & echo begun; wait`, { signal: stop.signal });
  await sleeps();
  stop.abort();
  expect(await ran).toMatchObject({ signal: 'SIGTERM', stdout: 'begun\n' });
  expect(sleeper()).toBeDefined();
});

test('a child that does not heed SIGTERM is killed when the script is gone already', async () => {
  const script = spawn('bash', ['-c', `(trap '' TERM; exec ${sleep}) & wait`], { detached: true, stdio: 'ignore' });
  const ended = once(script, 'exit');
  await sleeps();
  await endGroup(script.pid ?? Number.NaN, 500);
  expect(await ended).toEqual([null, 'SIGTERM']);
  await expect.poll(sleeper).toBeUndefined();
});
