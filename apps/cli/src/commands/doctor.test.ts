import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { type Answer, type StubDirector, startStubDirector } from '../testing/stub-director.js';
import { temporaryDirectory } from '../testing/temporary-directory.js';

let stub: StubDirector | undefined;
beforeEach(() => void vi.stubEnv('BOSH6_HOME', temporaryDirectory()));
afterEach(async () => {
  vi.unstubAllEnvs();
  await stub?.close();
  stub = undefined;
});

const info = { name: 'stock', version: '283.1.6 (00000000)', user: 'admin', cpi: 'warden', user_authentication: { type: 'basic' } };
const cloud = 'networks:\n- name: both\n  type: manual\n  subnets:\n  - range: 10.0.0.0/24\n  - range: fd00::/64\n';
const config = { id: '1', type: 'cloud', name: 'default', content: cloud, created_at: '' };
const vms = `${JSON.stringify({ job_name: 'web', id: 'x', job_state: 'unresponsive agent' })}\n`;
const routes: Readonly<Record<string, Answer>> = {
  '/info': { json: info },
  '/configs?latest=true&type=cloud': { json: [config] },
  '/configs?latest=true&type=cpi': { json: [] },
  '/deployments?exclude_configs=true': { json: [{ name: 'web' }] },
  '/deployments/web': { json: { manifest: 'name: web\n' } },
  '/stemcells': { json: [{ name: 's', version: '1', deployments: [{ name: 'web' }], api_version: 2 }] },
  '/deployments/web/vms?format=full': { status: 302, headers: { location: '/tasks/7' } },
  '/tasks/7': { json: { id: 7, state: 'done' } },
  '/tasks/7/output?type=result': { text: vms },
};

async function doctor(argv: readonly string[], answers: typeof routes = routes): Promise<{ code: number; out: string; err: string }> {
  stub ??= await startStubDirector(({ path }) => answers[path]);
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'ca'), stub.ca);
  const io = capturedIo();
  const global = ['--config', join(directory, 'config'), '--ca-cert', join(directory, 'ca'), '--client', 'admin', '--client-secret', 'x'];
  const code = await run([...global, '-e', `[::1]:${stub.port}`, 'doctor', ...argv], io);
  return { code, out: io.out(), err: io.err() };
}
const coded = (text: string): string[][] =>
  (JSON.parse(text) as { findings: { check: string; state: string; code?: string }[] }).findings.map(({ check, state, code = '' }) => [
    check,
    state,
    code,
  ]);

describe('doctor', () => {
  it('says of an original Director what it lacks for what is in use', async () => {
    const { code, out } = await doctor(['--only', 'director', '--json=v2']);
    expect(coded(out)).toEqual([
      ['Director', 'warn', 'DirectorWithoutOurs'],
      ['Director', 'fail', 'DirectorTooOld'],
      ['log-in', 'ok', ''],
      ['CPI', 'ok', ''],
      ['stemcells', 'warn', 'StemcellTooOld'],
      ['agents', 'warn', 'AgentSilent'],
    ]);
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'Unfit', exit_code: 9 } });
    expect(code).toBe(9);
  });

  it('ends well when nothing fails', async () => {
    const { code, out } = await doctor(['--only', 'director', '--json=v2'], { ...routes, '/configs?latest=true&type=cloud': { json: [] } });
    expect(coded(out).map(([, state]) => state)).toEqual(['warn', 'ok', 'ok', 'warn', 'warn']);
    expect(code).toBe(0);
  });

  it('shows for eyes where it is, and how to mend it', async () => {
    const { out, err } = await doctor(['--only', 'director', '--tty']);
    expect(out).toContain('✘            dual stack is asked for, and Director 283.1.6 (00000000) does not have it');
    expect(out).toContain("at cloud config 'default' /networks/0");
    expect(out).toMatch(/fix: deploy by a Director of bosh6/);
    expect(err).toContain('Exit code 9');
  });

  it('goes on where one question is refused, and says so', async () => {
    const { out } = await doctor(['--only', 'director', '--json=v2'], { ...routes, '/stemcells': { status: 400, text: 'no' } });
    expect(coded(out)).toContainEqual(['stemcells', 'fail', 'DirectorRefused']);
    expect(coded(out)).toContainEqual(['agents', 'warn', 'AgentSilent']);
  });

  it.each([401, 403])('only warns of what this user may not ask (%i)', async (status) => {
    const answers = { ...routes, '/configs?latest=true&type=cloud': { json: [] }, '/cpis': { status, text: 'no' } };
    const { code, out } = await doctor(['--only', 'director', '--json=v2'], answers);
    expect(coded(out)).toContainEqual(['CPI', 'warn', 'DirectorRefused']);
    expect(code).toBe(0);
  });

  it('fails where the Director itself lets nobody ask', async () => {
    const { code } = await doctor(['--only', 'director', '--json=v2'], { '/info': { status: 403, text: 'no' } });
    expect(code).toBe(9);
  });

  it('looks no further where nobody is logged in', async () => {
    const { code, out } = await doctor(['--only', 'director', '--json=v2'], { '/info': { json: { ...info, user: null } } });
    expect(coded(out).at(-1)).toEqual(['log-in', 'warn', 'NotLoggedIn']);
    expect(code).toBe(0);
  });

  it('says of a Director that is dead that it is', async () => {
    await doctor(['--only', 'director', '--json=v2']);
    await stub?.close();
    const { code, out } = await doctor(['--only', 'director', '--json=v2']);
    expect(coded(out)).toEqual([['Director', 'fail', 'DirectorUnreachable']]);
    expect(code).toBe(9);
  });

  it('needs no Director for the machine', async () => {
    const io = capturedIo();
    await run(['doctor', '--json=v2'], io);
    const checks = coded(io.out()).map(([check]) => check);
    expect(checks).toContain('CLI');
    expect(checks).not.toContain('Director');
  });
});
