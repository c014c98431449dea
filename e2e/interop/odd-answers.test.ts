import { afterAll, beforeAll, expect, it } from 'vitest';
import { cli } from '../stack/paths.js';
import { type Answers, type DocumentedDirector, startDocumentedDirector } from './printed/documented-director.js';
import { runCase, type Seen } from './printed/run-case.js';

/** Where the original answers as one would not expect (director-api reference 1.10 and 9): what `bosh6` makes of it. */
let director: DocumentedDirector;
beforeAll(async () => {
  director = await startDocumentedDirector();
});
afterAll(() => director.close());

const bosh6 = (argv: readonly string[], answers: Answers): Promise<Seen> => runCase([process.execPath, cli], { argv, answers }, director);
const list = 'GET /deployments?exclude_configs=true';
const deployments = { json: [{ name: 'web', releases: [], stemcells: [], teams: [] }] };

it('a connection that breaks while it reads: it asks again', async () => {
  const { code, requests } = await bosh6(['deployments'], { [list]: [{ hangsUp: true }, { hangsUp: true }, deployments] });
  expect(code).toBe(0);
  expect(requests).toHaveLength(3);
});

it('a connection that breaks while it changes something: it asks once more, since a kept connection may have been closed before, and says what may have happened', async () => {
  const { code, cause, requests } = await bosh6(['-n', '-d', 'web', 'delete-deployment'], { 'DELETE /deployments/web': { hangsUp: true } });
  expect({ code, cause }).toMatchObject({ code: 4, cause: expect.stringContaining('broke during DELETE /deployments/web') });
  expect(requests.map(({ method }) => method)).toEqual(['DELETE', 'DELETE']);
});

it('a gateway before it that is busy: it asks again where nothing can happen twice', async () => {
  const { code, requests } = await bosh6(['deployments'], { [list]: [{ status: 502 }, { status: 503 }, deployments] });
  expect({ code, asked: requests.length }).toEqual({ code: 0, asked: 3 });
  const refused = await bosh6(['-n', '-d', 'web', 'delete-deployment'], { 'DELETE /deployments/web': { status: 502 } });
  expect(refused.code).not.toBe(0);
  expect(refused.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
});

it('401 where 403 is meant: it tells which scopes are missing', async () => {
  const json = { code: 600000, description: 'Require one of the scopes: bosh.admin, bosh.x.admin' };
  const { code, cause } = await bosh6(['deployments'], { [list]: { status: 401, json } });
  expect({ code, cause }).toEqual({ code: 5, cause: expect.stringContaining('Require one of the scopes: bosh.admin') });
});
