import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { type Answer, type StubDirector, startStubDirector } from '../testing/stub-director.js';
import { temporaryDirectory } from '../testing/temporary-directory.js';

const noop = { id: 'p1', deployment: 'web', is_noop: true, instances: [], compile: [], generate: [], warnings: ['mind the gap'] };
const changing = { ...noop, is_noop: false, compile: [{ package: 'a/1', stemcell: 'o/1' }] };
let stub: StubDirector;
let answer: Answer;
beforeEach(async () => {
  answer = { json: noop };
  stub = await startStubDirector(({ path }) => {
    if (path.startsWith('/configs')) return { json: [] };
    return path.startsWith('/deployments/web/plan') ? answer : undefined;
  });
});
afterEach(() => stub.close());

const plan = (...words: string[]) => ran('plan', ...words);

async function ran(command: string, ...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const directory = temporaryDirectory();
  const [ca, manifest] = [join(directory, 'ca'), join(directory, 'web.yml')];
  writeFileSync(ca, stub.ca);
  writeFileSync(manifest, 'name: web\n');
  const io = capturedIo();
  const global = ['--config', join(directory, 'config'), '--ca-cert', ca, '-e', `[::1]:${stub.port}`];
  const code = await run([...global, '-d', 'web', command, manifest, ...words], io);
  return { code, out: io.out(), err: io.err() };
}

test('asks with the flags of deploy, and ends well when changes are expected', async () => {
  answer = { json: changing };
  const { code, out, err } = await plan('--recreate', '--canaries=2', '--skip-drain', '--no-redact');
  expect({ code, err }).toEqual({ code: 0, err: 'Warning: mind the gap\n' });
  expect(out).toContain('Packages to compile\n  + a/1 for o/1\n');
  const { path, body } = stub.exchanges.find((each) => each.path.includes('/plan')) ?? {};
  expect({ path, body }).toEqual({
    path: '/deployments/web/plan?canaries=2&recreate=true&redact=false&skip_drain=*',
    body: expect.stringContaining('name: web'),
  });
});

test('--expect-no-changes ends with 10 when there are some', async () => {
  expect((await plan('--expect-no-changes')).code).toBe(0);
  answer = { json: changing };
  expect((await plan('--expect-no-changes')).code).toBe(10);
  const { code, out } = await plan('--expect-no-changes', '--json=v2');
  expect(code).toBe(10);
  expect(JSON.parse(out)).toMatchObject({ plan: changing, error: { code: 'ChangesPlanned', exit_code: 10 } });
});

test('a Director without plans is told from one that has not got a release', async () => {
  answer = { status: 404, text: 'Endpoint not found' };
  expect((await plan()).err).toContain('does not tell beforehand');
  answer = { status: 404, json: { code: 30005, description: "release 'x' is not uploaded" } };
  expect((await plan()).err).toContain("release 'x' is not uploaded");
});

test('a place in a runtime config stays there, one in the manifest is told in the file', async () => {
  const at = (where: object): Answer => ({ status: 400, json: { code: 530002, description: 'no', details: { code: 'X', where } } });
  const runtime = { document: "runtime-config 'dns'", pointer: '/addons/0/jobs/0/release', line: 3, column: 9 };
  const placed = async () => JSON.parse((await plan('--json=v2')).out).error.where;
  answer = at(runtime);
  expect(await placed()).toEqual(runtime);
  answer = at({ document: 'manifest', pointer: '/name', line: 7, column: 1 });
  expect(await placed()).toMatchObject({ document: expect.stringMatching(/web\.yml$/), line: 1 });
});

test('deploy --plan is refused, before anything is sent, where the Director would ignore it', async () => {
  const { code, out } = await ran('deploy', '--plan=p1', '--json=v2', '-n');
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'PlanUnknown' } });
  expect(stub.exchanges.map(({ path }) => path)).toEqual(['/info']);
});
