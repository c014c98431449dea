import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DirectorFixture } from '../director-fixture.test.suite.js';
import { hashSecret } from './hash-secret.js';

let director: DirectorFixture;
beforeAll(async () => {
  director = await DirectorFixture.start({ tokenKey: undefined, userAuthentication: { type: 'basic' } });
  await director.director?.close();
  await writeFile(join(director.dir, 'password'), `${hashSecret('let me: in')}\n`);
  await director.open();
});
afterAll(() => director.close());

const as = (user: string): Record<string, string> => ({ authorization: `Basic ${Buffer.from(user).toString('base64')}` });

describe('a Director that asks for name and password itself', () => {
  it('says so, and serves no tokens', async () => {
    expect((await director.ask('/info')).json()).toMatchObject({ user: null, user_authentication: { type: 'basic', options: {} } });
    expect(await director.ask('/uaa/login')).toMatchObject({ status: 404 });
  });

  it('knows its users, with their scopes', async () => {
    expect((await director.ask('/info', { headers: as('admin:let me: in') })).json()).toMatchObject({ user: 'admin' });
    expect(await director.ask('/disks', { headers: as('admin:let me: in') })).toMatchObject({ status: 200 });
    expect(await director.ask('/tasks', { headers: as('reader:let me: in') })).toMatchObject({ status: 200 });
    const refused = await director.ask('/disks', { headers: as('reader:let me: in') });
    expect([refused.status, refused.json()]).toEqual([401, expect.objectContaining({ code: 600000 })]);
  });

  it.each(['admin:', 'admin', ':', 'nobody:let me: in', 'admin:let me', 'admin:$scrypt$ln=15'])('takes %j for nobody', async (user) => {
    expect(await director.ask('/tasks', { headers: as(user) })).toMatchObject({ status: 401, text: "Not authorized: '/tasks'\n" });
    expect((await director.ask('/info', { headers: as(user) })).json()).toMatchObject({ user: null });
  });
});
