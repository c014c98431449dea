import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { expectDone } from '../stack/done.js';
import { type Desk, headOf, openDesk } from './desk.js';
import { newestTask } from './tiny.js';

const values = z.object({
  word: z.string(),
  person: z.object({ username: z.string(), password: z.string(), password_hash: z.string() }),
  rsa: z.object({ private_key: z.string(), public_key: z.string() }),
  ssh: z.object({ private_key: z.string(), public_key: z.string(), public_key_fingerprint: z.string() }),
  authority: z.string(),
  certificate: z.object({ ca: z.string(), certificate: z.string(), private_key: z.string() }),
});
const taken = z.record(
  z.string(),
  z.object({ addresses: z.array(z.string()), motto: z.string().nullable(), volume: z.number().nullable() }).nullable(),
);

/** Links of every kind from `givers` to `takers`; an addon writes down variables of every type on the takers. */
const manifest = ({ name = 'one.example', shade = 'green', fails = false } = {}): string => `${headOf('gifts')}tags: {shade: ${shade}}
instance_groups:
- name: givers
  instances: 1
  azs: [z1]
  vm_type: small
  stemcell: debian
  networks: [{name: default}, {name: ipv6, default: [dns, gateway]}]
  jobs:
  - name: giver
    release: parts
    provides: {gift: {as: main}, extra: {as: more}}
    custom_provider_definitions: [{name: extra, type: extra, properties: [volume]}]
- name: takers
  instances: 2
  azs: [z1]
  vm_type: small
  stemcell: debian
  networks: [{name: default}]
  jobs:
  - name: taker
    release: parts
    consumes:
      named: {from: main, network: default}
      by_hand: {instances: [{address: "fd00::5"}], properties: {motto: by hand}}
      custom: {from: more}
      none: 'nil'
addons:
- name: watch
  include: {instance_groups: [takers]}
  jobs:
  - name: witness
    release: parts
    properties:
      fails: ${fails}
      values: {word: ((word)), person: ((person)), rsa: ((rsa)), ssh: ((ssh)), authority: ((authority.certificate)), certificate: ((certificate))}
variables:
- {name: word, type: password, options: {length: 30}}
- {name: person, type: user, options: {username: ann}}
- {name: rsa, type: rsa}
- {name: ssh, type: ssh}
- {name: authority, type: certificate, options: {is_ca: true, common_name: authority}}
- name: certificate
  type: certificate
  update_mode: converge
  options: {ca: authority, common_name: ${name}, alternative_names: [${name}, "fd00::5"]}
`;

/** Its second addon would let every deploy fail that it is for. */
const runtimeConfig = `releases:
- {name: parts, version: "1"}
- {name: broken, version: "1"}
addons:
- name: watch-givers
  include: {jobs: [{name: giver, release: parts}]}
  jobs: [{name: witness, release: parts, properties: {values: {secret: ((/secret))}}}]
- name: elsewhere
  exclude: {deployments: [gifts]}
  jobs: [{name: never-healthy, release: broken}]
variables:
- {name: /secret, type: password}
tags: {owner: platform}
`;

describe('what jobs are given', () => {
  let desk: Desk;
  const seen = async (cid: string): Promise<unknown> => JSON.parse(await desk.inVm(cid, 'cat', '/var/vcap/jobs/witness/etc/seen'));
  const cids = async (group: string): Promise<string[]> => (await desk.instances(group)).map(({ vm_cid = '' }) => vm_cid);
  const valuesOf = async (): Promise<z.infer<typeof values>[]> =>
    Promise.all((await cids('takers')).map(async (cid) => values.parse(await seen(cid))));
  const tagsOf = async (cid: string): Promise<unknown> => (await desk.stack.lab.status()).vms.find((vm) => vm.cid === cid)?.metadata;

  beforeAll(async () => {
    desk = await openDesk('gifts');
    writeFileSync(join(desk.stack.work, 'runtime.yml'), runtimeConfig);
    expectDone(await desk.bosh('update-config', 'runtime', 'runtime.yml', '--name', 'watch'));
    expectDone(await desk.deploy(manifest()));
  });
  afterAll(() => desk?.close());

  it('links: the one of its type, by name on a network, made by hand, of a custom provider, and none', async () => {
    const [giver] = await desk.instances('givers');
    const [four = '', six = ''] = (giver?.ips ?? '').split('\n');
    const [taker = ''] = await cids('takers');
    const plain = { motto: 'given', volume: null };
    expect(taken.parse(JSON.parse(await desk.inVm(taker, 'cat', '/var/vcap/jobs/taker/etc/taken')))).toEqual({
      implicit: { addresses: [six], ...plain },
      named: { addresses: [four], ...plain },
      by_hand: { addresses: ['fd00::5'], motto: 'by hand', volume: null },
      custom: { addresses: [six], motto: null, volume: 11 },
      none: null,
    });
  });

  it('jobs and values of a runtime config, where it includes them, and tags of it and of the manifest', async () => {
    const [giver = ''] = await cids('givers');
    expect(await seen(giver)).toEqual({ secret: expect.stringMatching(/^\w{20}$/) });
    expect(await desk.inVm(giver, 'ls', '/var/vcap/jobs')).toBe('giver\nwitness');
    expect(await tagsOf(giver)).toMatchObject({ owner: 'platform', shade: 'green', deployment: 'gifts', instance_group: 'givers' });
  });

  it('variables of every type, which fit together, and the same for all', async () => {
    const [first, second] = await valuesOf();
    expect(second).toEqual(first);
    if (first === undefined) throw new TypeError('no instance');
    const { word, person, rsa, ssh, authority, certificate } = first;
    expect(word).toMatch(/^\w{30}$/);
    expect(person).toMatchObject({ username: 'ann', password: expect.stringMatching(/^\w{20}$/) });
    expect(person.password_hash).toMatch(/^\$6\$/);
    const publicOf = (key: string): unknown => createPublicKey(createPrivateKey(key)).export({ format: 'jwk' });
    expect(publicOf(rsa.private_key)).toEqual(createPublicKey(rsa.public_key).export({ format: 'jwk' }));
    expect(ssh.public_key).toMatch(/^ssh-rsa /);
    expect(createPrivateKey(ssh.private_key).asymmetricKeyType).toBe('rsa');
    const [ca, leaf] = [new X509Certificate(authority), new X509Certificate(certificate.certificate)];
    expect(certificate.ca.trim()).toBe(authority.trim());
    expect([leaf.checkIssued(ca), leaf.verify(ca.publicKey), leaf.checkPrivateKey(createPrivateKey(certificate.private_key))]).toEqual([
      true,
      true,
      true,
    ]);
    expect([leaf.checkHost('one.example'), leaf.checkIP('fd00::5')]).toEqual(['one.example', 'fd00::5']);
    expect((await desk.rows('variables')).map(({ name }) => name?.replace(/^.*\/gifts\//, '')).sort()).toEqual([
      '/secret',
      'authority',
      'certificate',
      'person',
      'rsa',
      'ssh',
      'word',
    ]);
  });

  it('a value whose options changed converges; the instance that a failed deploy did not reach keeps its own, also on a new VM', async () => {
    const [before] = await valuesOf();
    const failed = await desk.deploy(manifest({ name: 'two.example', fails: true }));
    expect(await newestTask(desk.stack), failed.stdout).toMatchObject({ state: 'error', error: { code: 450001 } });
    const [reached, unreached] = await valuesOf();
    expect(reached).toEqual({ ...before, certificate: expect.anything() });
    expect(new X509Certificate(reached?.certificate.certificate ?? '').checkHost('two.example')).toBe('two.example');
    expect(unreached).toEqual(before);
    const [, cid] = await cids('takers');
    expectDone(await desk.bosh('recreate', '--no-converge', 'takers/1'));
    expect((await cids('takers'))[1]).not.toBe(cid);
    expect((await valuesOf())[1]).toEqual(before);
    expectDone(await desk.deploy(manifest({ name: 'two.example' })));
    expect(await valuesOf()).toEqual([reached, reached]);
  });

  it('what a runtime config gave goes with it; other tags are told, and jobs run on', async () => {
    const [giver = ''] = await cids('givers');
    expectDone(await desk.bosh('delete-config', '--type=runtime', '--name=watch'));
    expectDone(await desk.deploy(manifest({ name: 'two.example', shade: 'blue' })));
    expect(await cids('givers')).toEqual([giver]);
    expect(await desk.inVm(giver, 'ls', '/var/vcap/jobs')).toBe('giver');
    expect(await tagsOf(giver)).toMatchObject({ shade: 'blue' });
  });

  it('names of each link that find its instances, also when another group provides it', async () => {
    const text = `${manifest({ name: 'two.example', shade: 'blue' })}features: {use_link_dns_names: true}\n`;
    const [taker = ''] = await cids('takers');
    const names = async (): Promise<(string | undefined)[]> => {
      const { implicit, named, custom } = taken.parse(JSON.parse(await desk.inVm(taker, 'cat', '/var/vcap/jobs/taker/etc/taken')));
      return [implicit, named, custom].map((link) => link?.addresses.join());
    };
    const found = async (): Promise<(string | undefined)[]> => {
      const lines = (await names()).map((name = '') => desk.inVm(taker, 'getent', 'hosts', name));
      return (await Promise.all(lines)).map((line) => line.split(/\s+/)[0]);
    };
    expectDone(await desk.deploy(text));
    const [giver] = await desk.instances('givers');
    const [four, six] = giver?.ips?.split('\n') ?? [];
    const before = await names();
    for (const name of before) expect(name).toMatch(/^q-m\d+n\d+s0\.q-g\d+\.bosh$/);
    expect(new Set(before.map((name) => name?.split('.')[1])).size).toBe(2);
    expect(await found()).toEqual([six, four, six]);
    expectDone(await desk.deploy(text.replace('- name: givers\n', '- name: donors\n  migrated_from: [{name: givers}]\n')));
    expect(await desk.instances('donors')).toHaveLength(1);
    expect(await names()).toEqual(before);
    expect(await found()).toEqual([six, four, six]);
  });
});
