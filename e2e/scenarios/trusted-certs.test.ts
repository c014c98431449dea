import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createCa, issue } from '@bosh6/credentials';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScene, type Scene } from '../gotchas/scene.js';
import type { Running } from '../gotchas/seat.js';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { restartDirector } from '../stack/restart-director.js';
import type { Ran } from '../stack/run.js';
import { signalAgent } from './witness/signal-agent.js';

const name = 'dual-stack';
const address = '10.0.9.151';
const ports = { old: 8441, new: 8442 } as const;
type Authority = keyof typeof ports;
/** curl's word for a certificate that nobody vouches for. */
const untrusted = 60;
/** And where there is no authority at all, as in a VM of the lab's stemcell. */
const nobodyTrusted = 77;

const server = `
const { readFileSync } = require('node:fs');
const [certificate, key, port] = process.argv.slice(1);
require('node:https').createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (_request, response) => response.end('hello'))
  .listen(Number(port), '${address}', () => console.log('ready'));
`;

describe('certificates that VMs trust', () => {
  let scene: Scene;
  let cid: string;
  const servers: Running[] = [];

  /** A server at the Director's place, with a certificate of an authority of its own. */
  const serve = async (by: Authority): Promise<void> => {
    const { home } = scene.stack;
    const ca = await createCa(by);
    const { certificate, privateKey } = await issue({ ca, commonName: by, usage: 'server', san: { ips: [address] } });
    const at = (file: string): string => join(home, `${by}-${file}`);
    writeFileSync(at('ca.pem'), ca.certificate);
    writeFileSync(at('server.pem'), certificate);
    writeFileSync(at('server.key'), privateKey.reveal(), { mode: 0o600 });
    const started = await scene.start('director', process.execPath, '-e', server, at('server.pem'), at('server.key'), String(ports[by]));
    servers.push(started);
    await started.says(/ready/);
  };
  /** The Director anew, with these authorities for VMs. */
  const trust = async (...authorities: Authority[]): Promise<void> => {
    const config = join(scene.stack.home, 'director.json');
    const trustedCerts = authorities.map((each) => `${each}-ca.pem`);
    writeFileSync(config, JSON.stringify({ ...JSON.parse(readFileSync(config, 'utf8')), trustedCerts }));
    await restartDirector(scene.stack);
  };
  /** What curl in the VM ends with for each server. */
  const verdicts = async (): Promise<Record<Authority, number | null>> => {
    const ask = async (by: Authority): Promise<number | null> =>
      (await scene.ran(cid, 'curl', '-sS', `https://${address}:${ports[by]}/`)).code;
    return { old: await ask('old'), new: await ask('new') };
  };
  const bosh = (...args: string[]): Promise<Ran> => scene.stack.bosh(['-e', 'ipv4', '-d', name, ...args]);
  const plan = (): Promise<Ran> => bosh('plan', `${name}.yml`, '--expect-no-changes');

  beforeAll(async () => {
    scene = await openScene();
    await serve('old');
    await serve('new');
    await trust('old');
    expectDone(await scene.deploy(name));
    cid = await scene.vm(name);
  });
  afterAll(async () => {
    for (const each of servers) await each.stop();
    await scene?.close();
  });

  it('a new VM trusts servers of the authority, and no others', async () => {
    expect(await verdicts()).toEqual({ old: 0, new: untrusted });
    expectDone(await plan());
  });

  it('another authority is a change, for which the VM stays; both are trusted', async () => {
    await trust('old', 'new');
    const planned = await plan();
    expect(planned.code).toBe(10);
    expect(planned.stdout).toMatch(/~ greeter\/\S+ \(0\) in z1: update in place\n\s+the certificates that it is to trust changed/);
    expectDone(await bosh('-n', 'deploy', `${name}.yml`));
    expect(await verdicts()).toEqual({ old: 0, new: 0 });
    expect(await scene.vm(name)).toBe(cid);
  });

  it('then the new one only; an agent that is killed amid that takes it up again, and the task notices nothing', async () => {
    const hook = '/etc/ca-certificates/update.d/waits';
    const text = '#!/bin/sh\ntouch /tmp/waits\nuntil [ -e /tmp/go ]; do sleep 0.1; done\n';
    expectDone(await scene.ran(cid, 'sh', '-c', `mkdir -p ${dirname(hook)} && printf %s "$1" >${hook} && chmod 755 ${hook}`, 'sh', text));
    await trust('new');
    const deploy = bosh('-n', 'deploy', `${name}.yml`);
    const waits = async (): Promise<boolean> => (await scene.ran(cid, 'test', '-e', '/tmp/waits')).code === 0;
    expect(await eventually(waits, (seen) => seen)).toBe(true);
    await signalAgent(scene.stack, cid, 'SIGKILL');
    expectDone(await scene.ran(cid, 'rm', '/tmp/waits'));
    expect(await eventually(waits, (seen) => seen), 'it is asked again').toBe(true);
    expectDone(await scene.ran(cid, 'touch', '/tmp/go'));
    expectDone(await deploy);
    expect(await verdicts()).toEqual({ old: untrusted, new: 0 });
    expect(await scene.vm(name)).toBe(cid);
    expectDone(await plan());
  });

  it('a VM that is made anew has them, and one that is told of none trusts none', async () => {
    expectDone(await bosh('-n', 'recreate'));
    expect(await scene.vm(name)).not.toBe(cid);
    cid = await scene.vm(name);
    expect(await verdicts()).toEqual({ old: untrusted, new: 0 });
    await trust();
    expectDone(await bosh('-n', 'deploy', `${name}.yml`));
    expect(await verdicts()).toEqual({ old: nobodyTrusted, new: nobodyTrusted });
    expectDone(await plan());
  });
});
