import { readdir } from 'node:fs/promises';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Task } from '@bosh6/director-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DirectorFixture } from '../director-fixture.test.suite.js';

const limit = 1_000_000;
let director: DirectorFixture;
let authorization: string;
beforeAll(async () => {
  director = await DirectorFixture.start({ maxUploadBytes: limit });
  authorization = `bearer ${((await director.logIn()).json() as { access_token: string }).access_token}`;
});
afterAll(() => director.close());

const patience = { timeout: 20_000 };
const kept = (): Promise<string[]> => readdir(join(director.dir, 'state/uploads'));
const tasks = async (): Promise<Task[]> => (await director.as('/tasks?verbose=2')).json() as Task[];

/** Begins an upload; without a length it comes in chunks. */
function begin(path: string, length?: number): { asked: ClientRequest; answer: Promise<{ status: number | undefined; body: unknown }> } {
  const headers = {
    authorization,
    'content-type': 'application/x-compressed',
    ...(length === undefined ? {} : { 'content-length': length }),
  };
  const asked = request({ host: '::1', port: director.director?.port, path, method: 'POST', ca: director.ca, agent: false, headers });
  const answer = new Promise<IncomingMessage>((resolve, reject) => asked.on('response', resolve).on('error', reject)).then(
    async (response) => ({ status: response.statusCode, body: JSON.parse((await text(response)) || 'null') }),
  );
  answer.catch(() => undefined);
  return { asked, answer };
}

const tooLarge = {
  status: 413,
  body: { code: 40000, details: { code: 'RequestTooLarge', hint: expect.stringContaining('maxUploadBytes') } },
};

describe.each(['/stemcells', '/releases'])('an upload to %s', (path) => {
  it('that says that it is too large is refused once the client has written it, which is what clients do', async () => {
    const { asked, answer } = begin(path, limit + 1);
    asked.end(Buffer.alloc(limit + 1));
    expect(await answer).toMatchObject(tooLarge);
    expect(await kept()).toEqual([]);
  });

  it('that turns out to be too large is refused, and what came is gone', async () => {
    const { asked, answer } = begin(path);
    asked.write(Buffer.alloc(limit));
    asked.end('x');
    expect(await answer).toMatchObject(tooLarge);
    expect(await kept()).toEqual([]);
    expect(await tasks()).toEqual([]);
  });

  it('whose client goes away leaves no file and no task', async () => {
    const { asked } = begin(path, limit);
    asked.write(Buffer.alloc(limit / 2));
    await expect.poll(kept, patience).toHaveLength(1);
    asked.destroy();
    await expect.poll(kept, patience).toEqual([]);
    expect(await tasks()).toEqual([]);
  });
});

it('an upload of just the limit is taken', async () => {
  const { asked, answer } = begin('/stemcells', limit);
  asked.end(Buffer.alloc(limit));
  expect(await answer).toMatchObject({ status: 302 });
});
