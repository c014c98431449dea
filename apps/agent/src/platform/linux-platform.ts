import { chown, lchown, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { ForeignAddress, Listener, Networks } from '@bosh6/agent-protocol';
import type { World } from '@bosh6/base';
import type { Log } from '../log.js';
import { configureNetworks } from '../network/configure.js';
import { foreignAddresses } from '../network/foreign-addresses.js';
import { GatewayGuard } from '../network/gateway-guard.js';
import { NetworkKeeper } from '../network/keeper.js';
import { listeners } from '../network/listeners.js';
import { resolvConf, resolverAddress } from '../network/resolv-conf.js';
import { run, runOk } from '../processes/run.js';
import { readText } from '../state/json-file.js';
import { Accounts } from './accounts.js';
import type { Platform } from './platform.js';
import { addSshUser, removeSshUsers } from './ssh-users.js';
import { trustCertificates } from './trust-certificates.js';

/** A Linux machine, or a VM of the lab that looks like one. */
export class LinuxPlatform implements Platform {
  readonly resolverAddress = resolverAddress;
  readonly #log: Log;
  readonly #accounts = new Accounts();

  readonly #networkManager: string | undefined;

  readonly #gateways: GatewayGuard;

  readonly #keeper: NetworkKeeper;

  /** `networkManager` is agent.json's; without one it is found out. */
  constructor(log: Log, world: World, networkManager?: string) {
    this.#log = log;
    this.#gateways = new GatewayGuard(world, log);
    this.#networkManager = networkManager;
    this.#keeper = new NetworkKeeper({ log, manager: networkManager, gateways: this.#gateways });
  }

  async setHostname(name: string): Promise<void> {
    if (hostname() !== name) await runOk(['hostname', name]);
    await writeFile('/etc/hostname', `${name}\n`);
  }

  async writeHosts(text: string): Promise<void> {
    // In place: containers often have a mount on this file.
    if ((await readText('/etc/hosts')) !== text) await writeFile('/etc/hosts', text, { mode: 0o644 });
  }

  async configureNetworks(networks: Networks): Promise<void> {
    await configureNetworks(networks, { log: this.#log, manager: this.#networkManager, gateways: this.#gateways });
  }

  async setNameServers(servers: readonly string[], hasResolver: boolean): Promise<string[]> {
    const before = (await readText('/etc/resolv.conf')) ?? '';
    const { text, upstream } = resolvConf(before, servers, hasResolver);
    if (text !== before) await writeFile('/etc/resolv.conf', text, { mode: 0o644 });
    return upstream;
  }

  keepNetworks(networks: Networks): Promise<void> {
    return this.#keeper.look(networks);
  }

  async foreignAddresses(networks: Networks): Promise<ForeignAddress[]> {
    return [...(await foreignAddresses(networks)), ...this.#gateways.disputed];
  }

  listeners(): Promise<Listener[] | undefined> {
    return listeners();
  }

  async setPasswords({ root, vcap }: { root?: string; vcap: string }): Promise<void> {
    // On stdin, so that no process list shows them.
    const lines = [`vcap:${vcap}`, ...(root === undefined ? [] : [`root:${root}`])];
    await runOk(['chpasswd', '-e'], { stdin: `${lines.join('\n')}\n` });
  }

  async giveToVcapGroup(path: string): Promise<void> {
    const { gid } = this.#accounts.ids(undefined, 'vcap');
    if (gid !== undefined) await lchown(path, 0, gid).catch(tolerate);
  }

  async giveToUser(path: string, user: string): Promise<void> {
    const { uid } = this.#accounts.ids(user, undefined);
    if (uid !== undefined) await chown(path, uid, -1).catch(tolerate);
  }

  userIds(user: string | undefined, group: string | undefined): { uid?: number; gid?: number } {
    return this.#accounts.ids(user, group);
  }

  async bindMount(source: string, target: string): Promise<void> {
    await runOk(['mount', '--bind', source, target]);
  }

  async remountReadOnly(target: string): Promise<void> {
    await runOk(['mount', '-o', 'remount,bind,ro', target]);
  }

  async remountWritable(target: string): Promise<void> {
    await runOk(['mount', '-o', 'remount,bind,rw', target]);
  }

  async unmount(target: string): Promise<void> {
    await runOk(['umount', target]);
  }

  async forgetNeighbour(address: string): Promise<void> {
    await run(['ip', 'neigh', 'flush', 'to', address]);
  }

  trustCertificates(pem: string): Promise<void> {
    return trustCertificates(pem, this.#log);
  }

  addSshUser(user: string, home: string, publicKey: string): Promise<{ hostPublicKey: string }> {
    return addSshUser(user, home, publicKey);
  }

  removeSshUsers(pattern: RegExp): Promise<void> {
    return removeSshUsers(pattern);
  }

  async shutDown(): Promise<void> {
    const { code } = await run(['shutdown', '-P', 'now']).catch(() => ({ code: -1 }));
    // A machine without a shutdown command ends when its first process is told to.
    if (code !== 0) process.kill(1, 'SIGTERM');
  }

  async bootIdentity(): Promise<string> {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile('/proc/1/stat', 'latin1');
    return `${boot.trim()}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  }
}

/** A user namespace that maps one id only cannot give files away. */
function tolerate(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPERM' && error.code !== 'EINVAL') throw error;
}
