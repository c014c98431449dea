import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { freshStack, prepare } from '../stack/home.js';
import { manifests } from '../stack/paths.js';
import { type Ran, run } from '../stack/run.js';
import type { Stack } from '../stack/stack.js';

const ipv4 = '10.0.9.163';
const spelled = '2601:0646:0100:69F1:0000:0000:0000:0165';
const tools = ['/usr/sbin/sshd', '/usr/bin/ssh', '/usr/bin/scp'];

describe.runIf(tools.every((tool) => existsSync(tool)))('ssh into a VM of the lab', () => {
  let stack: Stack;
  let remove: () => Promise<void>;
  const bosh = (...words: string[]): Promise<Ran> => stack.bosh(['-e', 'ipv4', '-d', 'tiny', '-n', ...words]);
  const inVm = async (...words: string[]): Promise<string> =>
    (await run([...(await stack.lab.enterArgv((await stack.lab.status()).vms[0]?.cid ?? '')), ...words])).stdout;

  beforeAll(async () => {
    const fresh = await freshStack();
    ({ stack, remove } = fresh);
    await prepare(stack, fresh.fixtures);
    const text = readFileSync(join(manifests, 'tiny.yml'), 'utf8');
    const both = `    static_ips: [${ipv4}]\n  - name: ipv6\n    static_ips: ["${spelled}"]\n    default: [dns, gateway]\n`;
    writeFileSync(join(stack.work, 'both.yml'), text.replace(`    static_ips: [${ipv4}]\n`, both));
    expectDone(await bosh('deploy', 'both.yml'));
  });
  afterAll(() => remove?.());

  it.each([
    ['over IPv6', [], '2601:646:100:69f1::165'],
    ['over IPv4', ['--family=4'], ipv4],
    ['at an address, however it is spelled', [`--address=${spelled}`], '2601:646:100:69f1::165'],
  ])('runs a command %s', async (_how, flags, address) => {
    const { stdout } = expectDone(await bosh('ssh', 'sleeper/0', ...flags, '-c', 'id; echo $SSH_CONNECTION'));
    expect(stdout).toMatch(/uid=\d+\(bosh_[0-9a-f]{15}\)/);
    expect(stdout).toContain('(bosh_sshers)');
    expect(stdout).toContain(` ${address} 22`);
  });

  it('tells streams apart and passes the exit code on', async () => {
    const ran = await bosh('ssh', 'sleeper/0', '-c', 'echo out; echo err >&2; exit 7');
    expect(ran.code).toBe(7);
    expect(ran.stdout).toMatch(/: stdout \| out$/m);
    expect(ran.stdout).toMatch(/: stderr \| err$/m);
  });

  it('copies directories both ways', async () => {
    mkdirSync(join(stack.work, 'there'));
    writeFileSync(join(stack.work, 'there', 'file'), 'carried');
    expectDone(await bosh('scp', '-r', 'there', 'sleeper/0:/tmp/there'));
    expect(await inVm('cat', '/tmp/there/file')).toBe('carried');
    expectDone(await bosh('scp', '-r', 'sleeper/0:/tmp/there', 'back'));
    expect(readFileSync(join(stack.work, 'back', 'file'), 'utf8')).toBe('carried');
  });

  it('goes through a gateway, with its own user and key', async () => {
    const key = join(stack.work, 'jump');
    expectDone(await run(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', key]));
    const make =
      'useradd -m -s /bin/bash -G bosh_sshers jump; mkdir -m 700 ~jump/.ssh; echo "$1" > ~jump/.ssh/authorized_keys; chown -R jump: ~jump';
    await inVm('bash', '-c', make, 'bash', readFileSync(`${key}.pub`, 'utf8').trim());
    const through = ['--gw-host=10.0.9.163', '--gw-user=jump', `--gw-private-key=${key}`];
    const { stdout } = expectDone(await bosh('ssh', 'sleeper/0', ...through, '-c', 'echo $SSH_CONNECTION'));
    // the VM is its own gateway, so its address is the client's too
    expect(stdout).toMatch(/stdout \| (\S+) \d+ \1 22/);
  });

  describe.runIf(existsSync('/usr/bin/sudo'))('as root of the VM', () => {
    it('lets a person be that', async () => {
      const { stdout } = expectDone(await bosh('ssh', 'sleeper/0', '-c', 'sudo -n id -u'));
      expect(stdout).toMatch(/stdout \| 0$/m);
    });

    it('shows lines of a log that only root may read, and those that are written to it later', async () => {
      const log = '/var/vcap/sys/log/sleeper/seen.log';
      await inVm('sh', '-c', `echo first > ${log}; chmod 600 ${log}`);
      const { stdout } = expectDone(await bosh('logs', 'sleeper/0', '--num=5', '--only=sleeper/seen.log'));
      expect(stdout).toContain('first');

      const following = await stack.follow(['-e', 'ipv4', '-d', 'tiny', '-n', 'logs', '-f', 'sleeper/0', '--only=sleeper/seen.log']);
      await following.until('first');
      await inVm('sh', '-c', `echo second >> ${log}`);
      await following.until('second');
      await following.stop();
    });
  });

  it('is by an agent that tells doctor its version', async () => {
    const { stdout } = expectDone(await bosh('doctor', '--only=director', '--json=v2'));
    expect(JSON.parse(stdout).findings).toContainEqual({ check: 'agents', state: 'ok', says: '1 0.1.0' });
  });

  it('leaves no user behind', async () => {
    const users = (): Promise<string> => inVm('cat', '/etc/passwd');
    const ours = /^bosh_[0-9a-f]{15}:/m;
    expect(await eventually(users, (text) => !ours.test(text))).not.toMatch(ours);
  });
});
