import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { kernelFindings, readProbes } from './kernel.js';
import { kernelProbes } from './kernel-probes.js';
import { limitFindings, spaceFinding } from './limits.js';
import { programFindings } from './programs.js';
import { runningLabFindings } from './running-lab.js';

const place = mkdtempSync(join(tmpdir(), 'bosh6-machine-'));
afterAll(() => rmSync(place, { recursive: true }));
const none = (): undefined => undefined;
const probed = (...lines: string[]) => ({ out: `${lines.join('\n')}\n`, said: '' });

describe('programs', () => {
  it('names what is there, and of what is not the package and what it is for', () => {
    const needs = [
      { package: 'coreutils', has: 'cat', why: 'x' },
      { package: 'nope', has: 'bosh6-no-such-program', why: 'it is wanted' },
      { package: 'maybe', has: '/no/such/file', why: 'vip', optional: true },
      { package: 'uidmap', has: 'bosh6-not-asked-for', why: 'x', onlyUnprivileged: true },
    ];
    expect(programFindings(needs, false)).toMatchObject([
      { state: 'ok', says: 'cat' },
      { state: 'fail', problem: { code: 'MachineLacksProgram', hint: 'install it: `sudo apt-get install -y nope`' } },
      { state: 'warn', problem: { where: { object: '/no/such/file' } } },
    ]);
    expect(programFindings(needs, true)).toHaveLength(4);
  });
});

describe('the kernel', () => {
  it('is tried in namespaces, and nothing stays behind', async () => {
    const found = await kernelFindings(join(place, 'not', 'there', 'yet'));
    expect(found.every(({ check }) => ['kernel', 'user namespaces'].includes(check))).toBe(true);
    expect(found[0]?.says).not.toBe('');
    expect(readdirSync(place)).toEqual([]);
  });

  it('names what it lacks, with what was said', () => {
    const good = kernelProbes.filter(({ name }) => name !== 'overlay' && name !== 'nftables').map(({ name }) => `ok ${name}`);
    expect(readProbes(probed(...good, 'no overlay: mount: unknown: fs', 'no nftables: '), none)).toMatchObject([
      { state: 'ok' },
      {
        state: 'fail',
        says: expect.stringContaining('(mount: unknown: fs)'),
        problem: { code: 'KernelLacks', hint: expect.stringContaining('5.11') },
      },
      { state: 'warn', problem: { code: 'KernelLacks' } },
    ]);
    expect(readProbes(probed(...good), none).map(({ state }) => state)).toEqual(['ok', 'fail', 'warn']);
  });

  it.each([
    ['/proc/sys/user/max_user_namespaces', '0', 'user.max_user_namespaces=10000'],
    ['/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1', 'kernel.apparmor_restrict_unprivileged_userns=0'],
  ])('names the setting that refuses user namespaces: %s', (path, value, setting) => {
    const [found] = readProbes({ out: '', said: 'unshare: Operation not permitted\n' }, (one) => (one === path ? value : undefined));
    expect(found).toMatchObject({ state: 'fail', problem: { code: 'LabUserNamespaceRefused', where: { object: path } } });
    expect(found?.problem?.hint).toContain(setting);
  });

  it('speaks of subordinate ids where no setting refuses', () => {
    expect(readProbes({ out: '', said: 'x' }, none)[0]?.problem?.hint).toContain('/etc/subuid');
  });
});

describe('limits', () => {
  const text = (files: string): string =>
    `Limit                     Soft Limit           Hard Limit           Units\nMax processes             9                    unlimited            processes\nMax open files            1024                 ${files}              files\n`;
  it('counts the hard ones', () => {
    expect(limitFindings(text('unlimited'))).toMatchObject([{ state: 'ok' }]);
    expect(limitFindings(text('4096'))).toMatchObject([{ state: 'ok' }]);
    expect(limitFindings(text('4095'))).toMatchObject([{ state: 'warn', problem: { code: 'LimitLow' } }]);
  });

  it('tells little space from too little', async () => {
    expect(await spaceFinding(place, { least: 0, enough: 0 })).toMatchObject({ state: 'ok' });
    const endless = Number.POSITIVE_INFINITY;
    expect(await spaceFinding(place, { least: 0, enough: endless })).toMatchObject({ state: 'warn', problem: { code: 'DiskSpaceLow' } });
    expect(await spaceFinding(join(place, 'later'), { least: endless, enough: endless })).toMatchObject({ state: 'fail' });
  });
});

describe('a lab that runs', () => {
  const lab = (values: Readonly<Record<string, string>>): Parameters<typeof runningLabFindings>[0] => ({
    exec: async (where, argv) => {
      const stdout = `${values[`${where} ${argv.at(-1)}`] ?? (argv.at(-1)?.endsWith('forwarding') ? '1' : '0')}\n`;
      return { ended: Promise.resolve({ code: 0, signal: null, stdout, stderr: '' }) } as never;
    },
    status: async () => ({ vms: [], networks: [] }) as never,
  });
  it('forwards, and believes no router', async () => {
    expect(await runningLabFindings(lab({}))).toMatchObject([{ state: 'ok' }]);
    const changed = lab({
      'router /proc/sys/net/ipv6/conf/all/forwarding': '0',
      'director /proc/sys/net/ipv6/conf/default/accept_ra': '1',
    });
    expect(await runningLabFindings(changed)).toMatchObject([
      { state: 'fail', problem: { code: 'LabSettingChanged', where: { object: 'router' } } },
      { state: 'fail', problem: { hint: expect.stringContaining('lab exec director -- sysctl -w net.ipv6.conf.default.accept_ra=0') } },
    ]);
  });
});
