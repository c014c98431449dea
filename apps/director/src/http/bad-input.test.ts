import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, DirectorFixture } from '../director-fixture.test.suite.js';
import { makeRelease } from '../release-tarball.test.support.js';

let director: DirectorFixture;
beforeAll(async () => {
  director = await DirectorFixture.start();
  const file = join(director.dir, 'demo.tgz');
  await makeRelease(file, director.dir);
  const headers = { 'content-type': 'application/x-compressed' };
  await director.task(await director.as('/releases', { method: 'POST', headers, body: await readFile(file) }));
});
afterAll(() => director.close());

const json = 'application/json';
const yaml = 'text/yaml';
const send = (call: string, type?: string, body?: string): Promise<Answer> => {
  const [method = '', path = ''] = call.split(' ');
  return director.as(path, {
    method,
    headers: type === undefined ? {} : { 'content-type': type },
    ...(body === undefined ? {} : { body }),
  });
};

describe('bodies that are not what they are to be', () => {
  it.each<[call: string, type: string, body: string, code: number]>([
    ['POST /configs', json, '{"type":', 710001],
    ['POST /configs', json, '[]', 440010],
    ['POST /configs', json, '{"type":"cloud","name":1,"content":""}', 440010],
    ['POST /configs', json, '{"type":"cloud","name":"x","content":"- 1"}', 440011],
    ['POST /configs/diff', json, '{}', 440010],
    ['POST /cloud_configs', yaml, '', 440001],
    ['POST /cloud_configs', yaml, 'a: [', 440001],
    ['POST /deployments', yaml, '', 440001],
    ['POST /deployments', yaml, 'a: [', 440001],
    ['POST /deployments', yaml, '- 1', 440001],
    ['POST /deployments', yaml, 'a: 1', 40001],
    ['POST /packages/matches', yaml, '- 1', 440001],
    ['POST /packages/matches', yaml, 'name: x', 440001],
    ['POST /stemcell_uploads', json, '{}', 40001],
    ['POST /tasks/cancel', json, '{', 710001],
    ['POST /events', json, '{}', 40000],
    ['PUT /resurrection', json, '{', 710001],
  ])('%s, %s: %s', async (call, type, body, code) => {
    const answer = await send(call, type, body);
    expect([answer.status, answer.json()]).toEqual([400, expect.objectContaining({ code, description: expect.any(String) })]);
  });

  it.each<[call: string, type: string | undefined]>([
    ['POST /configs', yaml],
    ['POST /configs', undefined],
    ['POST /configs', 'application/json-patch+json'],
    ['POST /deployments', json],
    ['POST /stemcells', yaml],
    ['POST /releases', 'multipart/form-data'],
    ['PUT /resurrection', 'text/plain'],
  ])('%s, of type %s, is no endpoint', async (call, type) => {
    const answer = await send(call, type, 'x');
    expect(answer).toMatchObject({ status: 404, text: `Endpoint '${call.split(' ')[1]}' not found.` });
  });
});

it('who may not is told so before what is wrong with the body', async () => {
  const token = await director.logIn({ grant_type: 'password', username: 'reader', password: 'let me in' });
  const headers = { 'content-type': json, authorization: `bearer ${(token.json() as { access_token: string }).access_token}` };
  const answer = await director.ask('/cleanup', { method: 'POST', headers, body: '{' });
  expect([answer.status, answer.json()]).toEqual([401, expect.objectContaining({ code: 600000 })]);
});

describe('what is not there', () => {
  it.each<[call: string, code: number]>([
    ['GET /configs/4711', 440012],
    ['GET /configs/x', 440012],
    ['DELETE /configs/4711', 440012],
    ['GET /tasks/4711', 10000],
    ['GET /tasks/x/output?type=event', 10000],
    ['DELETE /task/4711', 10000],
    ['GET /deployments/none', 70000],
    ['DELETE /deployments/none', 70000],
    ['GET /deployments/none/instances', 70000],
    ['GET /deployments/none/vms?format=full', 70000],
    ['GET /deployments/none/errands', 70000],
    ['PUT /deployments/none/jobs/a?state=stopped', 70000],
    ['POST /deployments/none/scans', 70000],
    ['GET /releases/none?version=1', 30005],
    ['GET /releases/demo?version=9', 30006],
    ['DELETE /releases/none', 30005],
    ['GET /resources/none', 100002],
  ])('%s', async (call, code) => {
    const answer = await send(call, call.startsWith('PUT') ? yaml : undefined);
    expect([answer.status, answer.json()]).toEqual([404, expect.objectContaining({ code })]);
  });
});

describe('names that are paths', () => {
  const up = '..%2F..%2Fdirector.sqlite';
  it.each([
    `/resources/${up}`,
    `/resources/%2Fetc%2Fpasswd`,
    '/resources/..',
    `/packages/blobs/${up}`,
    `/tasks/${up}/output?type=debug`,
    `/tasks/1/output?type=../../director.sqlite`,
    `/deployments/${up}`,
    `/releases/${up}?version=..`,
    `/configs/${up}`,
    `/signed/${up}`,
    '/resources/a%00b',
    '//etc/passwd',
    '/../../etc/passwd',
  ])('%s lead to no file', async (path) => {
    const { status, text: body } = await director.as(path);
    expect([400, 401, 403, 404]).toContain(status);
    expect(body).not.toMatch(/SQLite format|root:/);
  });
});

describe('heads of requests', () => {
  /** What a Director answers to these bytes. */
  async function raw(head: string): Promise<string> {
    const socket = connect({ host: '::1', port: director.director?.port ?? 0, ca: director.ca, checkServerIdentity: () => undefined });
    await once(socket, 'secureConnect');
    socket.end(head);
    return text(socket);
  }
  const token = async (): Promise<string> => ((await director.logIn()).json() as { access_token: string }).access_token;

  it.each([
    ['a line feed', 'X-Bosh-Context-Id: a\nSet-Cookie: b'],
    ['a folded line', 'X-Bosh-Context-Id: a\r\n b'],
    ['a carriage return', 'X-Bosh-Context-Id: a\rb'],
    ['U+0000', 'X-Bosh-Context-Id: a\0b'],
    ['two lengths', 'Content-Length: 1\r\nContent-Length: 2'],
    ['a length and chunks', 'Content-Length: 1\r\nTransfer-Encoding: chunked'],
  ])('with %s are refused, and nothing of them comes back as a header', async (_what, line) => {
    const answer = await raw(
      `POST /cleanup HTTP/1.1\r\nHost: d\r\nAuthorization: bearer ${await token()}\r\n${line}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toMatch(/^set-cookie/im);
  });

  it('of which nothing is HTTP are refused', async () => {
    expect(await raw('\r\n\r\nhello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });
});
