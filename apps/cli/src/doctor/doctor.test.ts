import { describe, expect, it } from 'vitest';
import { agentFindings } from './agents.js';
import { cpiFindings, cpiLinesOf } from './cpis.js';
import { directorFindings, isSince } from './director-version.js';
import { type Use, usesOfCloudConfig, usesOfManifest } from './networks-in-use.js';
import { stemcellFindings } from './stemcells.js';

const use = (feature: Use['feature']): Use => ({ feature, document: 'd', pointer: '/p' });
const states = (findings: readonly { state: string }[]): string[] => findings.map(({ state }) => state);

describe('what stored texts ask for', () => {
  it('is dual stack where two families share an AZ, however they are written', () => {
    const cloud = (azs: string): string =>
      `networks: [{name: n, type: manual, subnets: [{range: 10.0.0.0/24, az: z1}, {range: "2001:DB8:0::/64", azs: ${azs}}]}]`;
    expect(usesOfCloudConfig('c', cloud('[z2, z1]'))).toEqual([{ feature: 'dual stack', document: 'c', pointer: '/networks/0' }]);
    expect(usesOfCloudConfig('c', cloud('[z2]'))).toEqual([]);
    expect(usesOfCloudConfig('c', 'networks: [{subnets: [{range: 10.0.0.0/24}, {range: "fd00::/64"}]}]')).toHaveLength(1);
  });

  it('is a delegated prefix, and not one address', () => {
    const cloud = (prefix: string): string => `networks: [{subnets: [{range: "fd00::/64"}, {range: "fd01::/64", prefix: ${prefix}}]}]`;
    expect(usesOfCloudConfig('c', cloud('80'))).toEqual([
      { feature: 'delegated prefix', document: 'c', pointer: '/networks/0/subnets/1/prefix' },
    ]);
    expect(usesOfCloudConfig('c', cloud('128'))).toEqual([]);
  });

  it('is a group of NICs; nothing of what is no manifest', () => {
    const manifest = 'instance_groups: [{}, {networks: [{name: a}, {name: b, nic_group: 1}]}]';
    expect(usesOfManifest('m', manifest)).toEqual([
      { feature: 'nic_group', document: 'm', pointer: '/instance_groups/1/networks/1/nic_group' },
    ]);
    for (const text of ['', '[', 'instance_groups: 3', 'networks: [[]]'])
      expect([...usesOfManifest('m', text), ...usesOfCloudConfig('c', text)]).toEqual([]);
  });
});

describe('a Director', () => {
  const ours = { name: 'd', version: '0.1.0 (00000000)', features: { dual_stack: { status: true } } };
  it('that is ours has all of it', () => {
    expect(states(directorFindings(ours, [use('dual stack'), use('nic_group')]))).toEqual(['ok']);
  });

  it('that is the original lacks what came later, and dual stack for good', () => {
    const findings = (version: string, feature: Use['feature']): string[] =>
      states(directorFindings({ name: 'd', version }, [use(feature)]));
    expect(findings('283.1.6 (00000000)', 'dual stack')).toEqual(['warn', 'fail']);
    expect(findings('282.0.9 (00000000)', 'delegated prefix')).toEqual(['warn', 'fail']);
    expect(findings('282.0.10 (00000000)', 'delegated prefix')).toEqual(['warn']);
    expect(findings('282.1.0 (00000000)', 'nic_group')).toEqual(['warn']);
    expect(directorFindings({ version: '281.9' }, [use('nic_group')])[1]).toMatchObject({
      problem: { code: 'DirectorTooOld', where: { document: 'd', pointer: '/p' }, hint: expect.stringContaining('282.1.0') },
    });
  });

  it.each([
    ['1.2', [1, 2, 0], true],
    ['1.10', [1, 9], true],
    ['2', [1, 9], true],
    ['1.1.9', [1, 2], false],
    ['custom', [9], true],
  ])('of version %s is at least %j: %s', (version, first, is) => expect(isSince(version, first)).toBe(is));
});

describe('stemcells', () => {
  const stemcell = (more: object) => ({ name: 's', version: '1.9', deployments: [{ name: 'web' }], ...more });
  it('count when a deployment uses them', () => {
    expect(states(stemcellFindings([stemcell({ api_version: null })], []))).toEqual(['fail']);
    expect(states(stemcellFindings([stemcell({ api_version: 2 })], []))).toEqual(['warn']);
    expect(stemcellFindings([stemcell({ api_version: 3 }), stemcell({ deployments: [] })], [])).toMatchObject([
      { state: 'ok', says: 's/1.9 (API 3)' },
    ]);
  });

  it.each(['trusty', 'xenial', 'bionic'])('of %s are too old for nic_group, however new', (line) => {
    const old = stemcell({ operating_system: `ubuntu-${line}`, api_version: 3, version: '621.999' });
    expect(states(stemcellFindings([old], [use('nic_group')]))).toEqual(['fail']);
    expect(states(stemcellFindings([old], []))).toEqual(['ok']);
  });

  it('of Jammy are too old for nic_group before 1.943, when it is in use', () => {
    const jammy = (version: string) => stemcell({ operating_system: 'ubuntu-jammy', api_version: 3, version });
    expect(states(stemcellFindings([jammy('1.942')], [use('nic_group')]))).toEqual(['fail']);
    expect(states(stemcellFindings([jammy('1.943')], [use('nic_group')]))).toEqual(['ok']);
    expect(states(stemcellFindings([jammy('1.942')], []))).toEqual(['ok']);
  });
});

describe('agents', () => {
  const of = (...vms: object[]) => [{ deployment: 'web', vms }];
  it('are counted by version', () => {
    const agent = { version: '0.1.0', features: ['dual_stack'] };
    expect(agentFindings(of({ job_state: 'running', agent }, { job_state: 'running' }), [])).toMatchObject([
      { state: 'ok', says: '1 0.1.0, 1 of the original' },
    ]);
    expect(agentFindings([], [])).toMatchObject([{ state: 'ok' }]);
  });

  it('are wanting when they are silent, or have both families and no word of it', () => {
    expect(agentFindings(of({ job_state: 'unresponsive agent', job_name: 'a', id: 'b' }), [])).toMatchObject([
      { state: 'warn', problem: { code: 'AgentSilent', where: { object: 'web/a/b' } } },
    ]);
    const both = { job_state: 'running', ips: ['10.0.0.1', '2001:db8::1'] };
    expect(states(agentFindings(of(both), [use('dual stack')]))).toEqual(['ok', 'warn']);
    expect(states(agentFindings(of(both), []))).toEqual(['ok']);
    expect(states(agentFindings(of({ ...both, ips: ['10.0.0.1'] }), [use('dual stack')]))).toEqual(['ok']);
  });
});

describe('CPIs', () => {
  it('tell their version; one that is too old, or that fails, keeps deploys from working', () => {
    const line = { stemcell_formats: [], capabilities: [], error: null };
    const lines = [
      { ...line, name: '', api_version: 2, capabilities: ['undo_create'] },
      { ...line, name: 'old', api_version: 1 },
      { ...line, name: 'gone', api_version: null, error: 'no such file' },
    ];
    const result = `${lines.map((one) => JSON.stringify(one)).join('\n')}\nno json\n`;
    expect(cpiFindings(cpiLinesOf(result))).toMatchObject([
      { state: 'ok', says: "the Director's CPI: API 2, with undo_create" },
      { state: 'fail', problem: { code: 'CpiTooOld', where: { object: "CPI 'old'" } } },
      { state: 'fail', says: "CPI 'gone' does not answer: no such file", problem: { code: 'CpiSilent' } },
    ]);
  });
});
