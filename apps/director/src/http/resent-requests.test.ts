import { readdir } from 'node:fs/promises';
import { request } from 'node:https';
import { join } from 'node:path';
import type { Task } from '@bosh6/director-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, DirectorFixture } from '../director-fixture.test.suite.js';

let director: DirectorFixture;
beforeAll(async () => {
  director = await DirectorFixture.start();
});
afterAll(() => director.close());

const patience = { timeout: 20_000 };
const tasks = async (): Promise<Task[]> => (await director.as('/tasks?verbose=2')).json() as Task[];
const idOf = (answer: Answer): number => Number(/\/tasks\/(\d+)$/.exec(answer.headers.location ?? '')?.[1]);
const deploy = (name: string, query = ''): Promise<Answer> =>
  director.as(`/deployments${query}`, { method: 'POST', headers: { 'content-type': 'text/yaml' }, body: `name: ${name}` });
const upload = (body: string): Promise<Answer> =>
  director.as('/releases?', { method: 'POST', headers: { 'content-type': 'application/x-compressed' }, body });

/** Asks, and hangs up as soon as the Director has it all. */
async function askAndHangUp(path: string, body: string): Promise<void> {
  const before = (await tasks()).length;
  const { access_token: token } = (await director.logIn()).json() as { access_token: string };
  const asked = request({
    host: '::1',
    port: director.director?.port,
    path,
    method: 'POST',
    ca: director.ca,
    agent: false,
    headers: { authorization: `bearer ${token}`, 'content-type': 'text/yaml', 'content-length': Buffer.byteLength(body) },
  });
  asked.on('error', () => undefined);
  asked.end(body);
  await expect.poll(async () => (await tasks()).length, patience).toBe(before + 1);
  asked.destroy();
}

describe('a request that starts a task', () => {
  it('and comes again before anybody has followed that, gets the same one', async () => {
    const first = idOf(await deploy('a'));
    expect(idOf(await deploy('a'))).toBe(first);
    // The redirect is followed, but its answer may be what was lost.
    await director.as(`/tasks/${first}`);
    expect(idOf(await deploy('a'))).toBe(first);
  });

  it('and comes again after its task was followed, starts another', async () => {
    const first = idOf(await deploy('b'));
    await director.as(`/tasks/${first}`);
    await director.as(`/tasks/${first}`);
    const second = idOf(await deploy('b'));
    expect(second).toBeGreaterThan(first);
    await director.as(`/tasks/${second}/output?type=event`);
    expect(idOf(await deploy('b'))).toBeGreaterThan(second);
  });

  it('and asks for something else, starts another', async () => {
    const first = idOf(await deploy('c'));
    expect(idOf(await deploy('d'))).not.toBe(first);
    expect(idOf(await deploy('c', '?dry_run=true'))).not.toBe(first);
    const context = { 'content-type': 'text/yaml', 'x-bosh-context-id': 'x' };
    expect(idOf(await director.as('/deployments', { method: 'POST', headers: context, body: 'name: c' }))).not.toBe(first);
    expect(idOf(await deploy('c'))).toBe(first);
  });

  it('and whose answer nobody heard, gets its task when it comes again, also after a restart', async () => {
    await askAndHangUp('/deployments', 'name: e');
    const [task] = await tasks();
    await director.director?.close();
    await director.open();
    expect(idOf(await deploy('e'))).toBe(task?.id);
  });

  it('and brings a file, leaves none behind when it comes again', async () => {
    const first = idOf(await upload('no tarball'));
    expect(idOf(await upload('no tarball'))).toBe(first);
    expect(idOf(await upload('another'))).toBeGreaterThan(first);
    await expect.poll(async () => (await tasks()).every(({ state }) => state === 'error'), patience).toBe(true);
    expect(await readdir(join(director.dir, 'state', 'uploads'))).toEqual([]);
  });

  it('and is looked at by others only, is still not followed', async () => {
    const first = idOf(await deploy('f'));
    const token = await director.logIn({ grant_type: 'password', username: 'reader', password: 'let me in' });
    const { access_token: reader } = token.json() as { access_token: string };
    for (const _ of [1, 2, 3]) await director.ask(`/tasks/${first}`, { headers: { authorization: `bearer ${reader}` } });
    expect(idOf(await deploy('f'))).toBe(first);
  });
});
