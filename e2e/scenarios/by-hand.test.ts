import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildFixtures, type Fixtures } from '../fixtures/build.js';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { labProcesses, linksAndMounts } from '../stack/machine.js';
import { cli, fixturesDirectory, manifests } from '../stack/paths.js';
import { type Ran, run } from '../stack/run.js';

const upAnswer = z.object({
  started: z.object({ lab: z.boolean(), director: z.boolean() }),
  creds: z.string(),
  ca: z.string(),
  port: z.number(),
});
const doctor = z.object({ findings: z.array(z.object({ check: z.string(), state: z.string(), says: z.string() })) });
const status = z.object({ services: z.array(z.object({ name: z.string(), pid: z.number(), state: z.string() })) });

describe('by hand', () => {
  let home: string;
  let work: string;
  let fixtures: Fixtures;
  let env: NodeJS.ProcessEnv;
  let before: ReturnType<typeof linksAndMounts>;
  const bosh6 = (args: readonly string[], input?: string): Promise<Ran> =>
    run([process.execPath, cli, ...args], { cwd: work, env, ...(input === undefined ? {} : { input }) });
  const inLab = (...words: string[]): Promise<Ran> => bosh6(['lab', 'exec', 'workstation', '--', 'bosh', '-n', ...words]);
  const director = async (): Promise<z.infer<typeof status>['services'][number] | undefined> =>
    status.parse(JSON.parse((await bosh6(['lab', 'status', '--json'])).stdout)).services.find(({ name }) => name === 'director');
  const up = async (...more: string[]): Promise<z.infer<typeof upAnswer>> =>
    upAnswer.parse(JSON.parse(expectDone(await bosh6(['up', '--json', ...more])).stdout));

  beforeAll(async () => {
    fixtures = await buildFixtures(fixturesDirectory);
    home = mkdtempSync(join(tmpdir(), 'b6h-'));
    work = join(home, 'work');
    mkdirSync(work);
    cpSync(manifests, work, { recursive: true });
    const { BOSH_ENVIRONMENT, BOSH_DEPLOYMENT, BOSH_CLIENT, BOSH_CLIENT_SECRET, BOSH_CA_CERT, ...own } = process.env;
    env = { ...own, BOSH6_HOME: home, HOME: work };
    before = linksAndMounts();
  });
  afterAll(async () => {
    await bosh6(['down', '--delete-state', '-n']);
    rmSync(home, { recursive: true, force: true });
  });

  it('up starts all, and says where the credentials are and what to type next', async () => {
    const { stdout } = expectDone(await bosh6(['up', '--port', '0', '--site', fixtures.site]));
    expect(stdout).toContain('bosh6 lab shell');
    expect(stdout).toContain('bosh -e 10.0.9.151 alias-env ipv4');
    expect(stdout).toContain(join(work, 'creds.yml'));
    expect(statSync(join(work, 'creds.yml')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(work, 'creds.yml'), 'utf8')).toMatch(/^admin_password: \S+$/m);
    expect(readFileSync(join(home, 'director-ca.pem'), 'utf8')).toContain('BEGIN CERTIFICATE');
    const keys = readdirSync(join(home, 'tls')).filter((name) => name.endsWith('.key') || name === 'admin-password');
    expect(keys.length).toBeGreaterThan(3);
    for (const name of keys) expect(statSync(join(home, 'tls', name)).mode & 0o077, name).toBe(0);
  });

  it('up again has nothing to do, and says so', async () => {
    const running = await director();
    expect(expectDone(await bosh6(['up'])).stdout).toContain('up already; nothing to do');
    rmSync(join(work, 'creds.yml'));
    expect((await up()).started).toEqual({ lab: false, director: false });
    expect(readFileSync(join(work, 'creds.yml'), 'utf8')).toMatch(/^admin_password: \S+$/m);
    expect((await bosh6(['up', '--port', '-1'])).stderr).toContain('--port -1 is no port');
    expect(await director()).toEqual(running);
  });

  it.each(['127.0.0.1', '::1'])("answers on this machine's %s, under the CA that up wrote", async (host) => {
    const { port, ca } = await up();
    expect(await info(host, port, readFileSync(ca, 'utf8'))).toMatchObject({ name: 'bosh-vsphere-ipv4.nono.io' });
    await expect(info(host, port)).rejects.toMatchObject({ code: expect.stringMatching(/CERT|UNABLE_TO_VERIFY/) });
  });

  it('lab status shows what runs', async () => {
    const { stdout } = expectDone(await bosh6(['lab', 'status']));
    for (const words of [/^workstation\s+\d+\s+10\.0\.8\.2/m, /^director\s+director\s+\d+\s+running/m, /^VM Network\s/m])
      expect(stdout).toMatch(words);
  });

  it('doctor needs nothing but that, and finds the machine, the lab and its Director fit', async () => {
    const { findings } = doctor.parse(JSON.parse(expectDone(await bosh6(['doctor', '--json=v2'])).stdout));
    expect(findings.filter(({ state }) => state === 'fail')).toEqual([]);
    const fit = findings.filter(({ state }) => state === 'ok').map(({ check }) => check);
    expect(fit).toEqual(expect.arrayContaining(['CLI', 'programs', 'kernel', 'lab', 'Director', 'log-in', 'CPI', 'stemcells', 'agents']));
  });

  it('lab exec passes arguments, input, output and the exit code through', async () => {
    expect(await bosh6(['lab', 'exec', 'workstation', '--', 'sh', '-c', 'cat; echo "$1" >&2; exit 42', 'sh', 'a  b'], 'in')).toMatchObject({
      code: 42,
      stdout: 'in',
      stderr: 'a  b\n',
    });
    expect((await bosh6(['lab', 'exec', 'director', '--', 'sh', '-c', 'kill -TERM $$'])).code).toBe(143);
    const nowhere = await bosh6(['lab', 'exec', 'nowhere', '--', 'true']);
    expect(nowhere.code).toBe(2);
    expect(`${nowhere.stdout}${nowhere.stderr}`).toContain('workstation');
  });

  it('up starts a Director again that was killed, and what it had deployed is still there', async () => {
    const password = expectDone(await bosh6(['int', '--path', '/admin_password', 'creds.yml'])).stdout.trim();
    expectDone(await inLab('-e', '10.0.9.151', 'alias-env', 'ipv4'));
    expectDone(await bosh6(['lab', 'exec', 'workstation', '--', 'bosh', '-e', 'ipv4', 'log-in'], `admin\n${password}\n`));
    for (const words of [
      ['update-config', '--type', 'cloud', '--name', 'default', 'cloud-config-default.yml'],
      ['us', fixtures.stemcell.url, '--sha1', fixtures.stemcell.sha1],
      ['ur', fixtures.broken.url, '--sha1', fixtures.broken.sha1],
      ['-d', 'tiny', 'deploy', 'tiny.yml'],
    ])
      expectDone(await inLab('-e', 'ipv4', ...words));
    const killed = await director();
    process.kill(killed?.pid ?? Number.NaN, 'SIGKILL');
    expect(await eventually(director, (seen) => seen?.state === 'exited')).toMatchObject({ state: 'exited' });

    const again = await bosh6(['up']);
    expect(expectDone(again).stdout).toContain('The Director has ended; starting it again');
    const restarted = await director();
    expect(restarted).toMatchObject({ state: 'running' });
    expect(restarted?.pid).not.toBe(killed?.pid);
    expect(expectDone(await inLab('-e', 'ipv4', 'deployments')).stdout).toMatch(/^tiny\s+broken\/1/m);
    // the agent has come back to the new broker
    const instances = async (): Promise<string> => (await inLab('-e', 'ipv4', '-d', 'tiny', 'instances')).stdout;
    expect(await eventually(instances, (text) => /sleeper\/\S+\s+running/.test(text))).toMatch(/sleeper\/\S+\s+running/);
    const noop = expectDone(await inLab('-e', 'ipv4', '--tty', '-d', 'tiny', 'deploy', 'tiny.yml'));
    expect(noop.stdout).toContain('no instance had to change');
  });

  it('down leaves no process of the lab, and up goes on with its state', async () => {
    expect(labProcesses(home).length).toBeGreaterThan(4);
    expect(expectDone(await bosh6(['down'])).stdout).toContain('Lab and Director are down.');
    expect(labProcesses(home)).toEqual([]);
    expect(linksAndMounts()).toEqual(before);
    expect(expectDone(await bosh6(['down'])).stdout).toContain('Nothing ran.');
    expect((await up('--port', '0', '--site', fixtures.site)).started).toEqual({ lab: true, director: true });
    expect(expectDone(await inLab('-e', 'ipv4', 'deployments')).stdout).toMatch(/^tiny\s+broken\/1/m);
  });

  it('down --delete-state leaves nothing but what a person wrote', async () => {
    expect(labProcesses(home).length).toBeGreaterThan(4);
    expectDone(await bosh6(['down', '--delete-state', '-n']));
    expect(labProcesses(home)).toEqual([]);
    expect(linksAndMounts()).toEqual(before);
    expect(readdirSync(home)).toEqual(['work']);
    expect(existsSync(join(work, 'tiny.yml'))).toBe(true);
  });
});

/** The Director's /info, over TLS that is checked against `ca`, else against the machine's own. */
function info(host: string, port: number, ca?: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = get({ host, port, path: '/info', agent: false, ...(ca === undefined ? {} : { ca }) }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (data: string) => {
        text += data;
      });
      response.on('end', () => resolve(JSON.parse(text)));
      response.on('error', reject);
    });
    request.on('error', reject);
  });
}
