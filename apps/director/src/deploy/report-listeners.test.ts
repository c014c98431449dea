import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Harness, manifest, startHarness } from './harness.test.support.js';
import { adviceOn, familiesOf, oneFamilyPorts } from './report-listeners.js';

const socket = (port: number, families: number[], process = 'nginx') => ({ port, families, process, addresses: ['any'] });
const on = (index: number, ...listeners: ReturnType<typeof socket>[]) => ({ group: 'nginx', index, listeners });

describe('ports of one family', () => {
  it.each([
    ['a dual-stack socket', [on(0, socket(80, [4, 6]))], []],
    ['a socket a family', [on(0, socket(80, [4]), socket(80, [6]))], []],
    ['IPv4 only', [on(0, socket(80, [4]))], ['nginx/0 80 4']],
    ['a v6-only socket', [on(0, socket(80, [6]))], ['nginx/0 80 6']],
    ['two instances', [on(1, socket(80, [4])), on(0, socket(80, [4]))], ['nginx/0+nginx/1 80 4']],
    ['two ports', [on(0, socket(8080, [4]), socket(80, [4]))], ['nginx/0 80 4', 'nginx/0 8080 4']],
    ['each instance another family', [on(0, socket(80, [4])), on(1, socket(80, [6]))], ['nginx/0 80 4', 'nginx/1 80 6']],
    ['nothing', [on(0)], []],
  ])('%s', (_name, found, expected) => {
    expect(oneFamilyPorts(found).map(({ instances, port, family }) => `${instances.join('+')} ${port} ${family}`)).toEqual(expected);
  });

  it.each([
    [
      'nginx',
      4,
      'nginx/0: port 80 listens on IPv4 only (nginx), and nobody reaches it over IPv6; write `listen [::]:80 ipv6only=off;` in its configuration',
    ],
    [
      'nginx',
      6,
      'nginx/0: port 80 listens on IPv6 only (nginx), and nobody reaches it over IPv4; write `listen [::]:80 ipv6only=off;` in its configuration',
    ],
    [
      'java',
      4,
      'nginx/0: port 80 listens on IPv4 only (java), and nobody reaches it over IPv6; bind it to [::]:80 instead of 0.0.0.0:80 (`spec.listen` in a template)',
    ],
    [
      '',
      6,
      'nginx/0: port 80 listens on IPv6 only, and nobody reaches it over IPv4; switch the socket option IPV6_V6ONLY off, or let it listen on 0.0.0.0:80 too',
    ],
  ] as const)('advice for %j on IPv%d', (process, family, text) => {
    expect(adviceOn({ group: 'nginx', port: 80, process, family, instances: ['nginx/0'] })).toBe(text);
  });

  it('a VM has the families of its own addresses', () => {
    expect([...familiesOf({ a: { type: 'manual', ip: '10.0.9.2' }, 'a.ipv6': { type: 'manual', ip: '2001:DB8::2' } })]).toEqual([4, 6]);
    expect([...familiesOf({ a: { type: 'manual', ip: '10.0.9.2' }, v: { type: 'vip', ip: '2001:db8::2' } })]).toEqual([4]);
    expect([...familiesOf({ d: { type: 'dynamic' } })]).toEqual([]);
  });
});

describe('a deploy', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(() => harness.close());

  const warnings = async (text = manifest): Promise<string[]> => {
    const task = await harness.deploy(text);
    expect(task.state).toBe('done');
    const lines = (await harness.output(task, 'event')).trim().split('\n');
    return lines
      .map((line) => JSON.parse(line) as { type?: string; message: string })
      .flatMap(({ type, message }) => (type === 'warning' ? [message] : []));
  };

  it('warns at its end of a port that one family does not reach, and again when nothing changed', async () => {
    harness.cpi.behaviour = { full: { listeners: [socket(80, [4])] } };
    const expected = [expect.stringContaining('nginx/0: port 80 listens on IPv4 only (nginx)')];
    expect(await warnings()).toEqual(expected);
    expect(await warnings()).toEqual(expected);
  });

  it('says nothing of a port that both reach, of an instance with one family, or of an agent that does not tell', async () => {
    harness.cpi.behaviour = { full: { listeners: [socket(80, [4, 6])] } };
    expect(await warnings()).toEqual([]);
    harness.cpi.behaviour = { full: { listeners: [socket(80, [4])] } };
    const single = manifest.replace(/ {2}- \{name: ipv6.*\n/, '');
    expect(await warnings(single)).toEqual([]);
    harness.cpi.behaviour = {};
    expect(await warnings()).toEqual([]);
  });
});

describe('instances', () => {
  it('tell of addresses that nobody assigned, where the agent does', async () => {
    const harness = await startHarness();
    try {
      const foreign = [{ nic: 'eth0', address: '2001:db8::250:56ff:fe8c:86a9', kind: 'slaac' }];
      harness.cpi.behaviour = { full: { foreign_addresses: foreign } };
      await harness.deploy(manifest);
      const task = await harness.run('vms', { deployment: 'nginx', kind: 'instances' });
      expect(JSON.parse(await harness.output(task, 'result'))).toMatchObject({ foreign_addresses: foreign });
      harness.cpi.behaviour = {};
      await harness.deploy(manifest, { recreate: true });
      const again = await harness.run('vms', { deployment: 'nginx', kind: 'instances' });
      expect(JSON.parse(await harness.output(again, 'result'))).not.toHaveProperty('foreign_addresses');
      for (const [ip, lines] of [
        ['2601:0646:0100:69F1::165', 1],
        ['10.0.9.165', 1],
        ['10.0.9.166', 0],
      ] as const) {
        const filtered = await harness.run('vms', { deployment: 'nginx', kind: 'vms', ip });
        expect((await harness.output(filtered, 'result')).split('\n').filter((line) => line !== '')).toHaveLength(lines);
      }
    } finally {
      await harness.close();
    }
  });
});
