import { mkdir, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import type { ForeignAddress, Listener, Networks } from '@bosh6/agent-protocol';
import type { Layout } from '../layout.js';
import type { Platform } from './platform.js';

/** Leaves the machine alone: what would change it is a file under bosh/, a mount is a link. Packages, jobs, scripts and processes are real. */
export class DummyPlatform implements Platform {
  readonly #layout: Layout;
  readonly resolverAddress = undefined;
  boot = 'one';
  /** Mounts that were made read-only. */
  readonly readOnly = new Set<string>();

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  setHostname(name: string): Promise<void> {
    return writeFile(this.#layout.bosh('hostname'), name);
  }
  writeHosts(text: string): Promise<void> {
    return writeFile(this.#layout.bosh('etc_hosts'), text);
  }
  configureNetworks(networks: Networks): Promise<void> {
    return writeFile(this.#layout.bosh('networks.json'), JSON.stringify(networks));
  }
  async setNameServers(servers: readonly string[]): Promise<string[]> {
    await writeFile(this.#layout.bosh('name_servers.json'), JSON.stringify(servers));
    return [...servers];
  }
  keepNetworks(_networks: Networks): Promise<void> {
    return Promise.resolve();
  }
  foreignAddresses(): Promise<ForeignAddress[]> {
    return Promise.resolve([]);
  }
  listeners(): Promise<Listener[] | undefined> {
    return Promise.resolve(undefined);
  }
  setPasswords(): Promise<void> {
    return Promise.resolve();
  }
  giveToVcapGroup(): Promise<void> {
    return Promise.resolve();
  }
  giveToUser(): Promise<void> {
    return Promise.resolve();
  }
  userIds(): { uid?: number; gid?: number } {
    return {};
  }
  async bindMount(source: string, target: string): Promise<void> {
    await rm(target, { recursive: true, force: true });
    await symlink(source, target);
  }
  remountReadOnly(target: string): Promise<void> {
    this.readOnly.add(target);
    return Promise.resolve();
  }
  remountWritable(target: string): Promise<void> {
    this.readOnly.delete(target);
    return Promise.resolve();
  }
  async unmount(target: string): Promise<void> {
    this.readOnly.delete(target);
    await unlink(target);
    await mkdir(target);
  }
  forgetNeighbour(): Promise<void> {
    return Promise.resolve();
  }
  trustCertificates(pem: string): Promise<void> {
    return writeFile(this.#layout.bosh('trusted_certs.pem'), pem);
  }
  addSshUser(user: string): Promise<{ hostPublicKey: string }> {
    return writeFile(this.#layout.bosh(`user_${user}`), '').then(() => ({ hostPublicKey: 'dummy-public-key' }));
  }
  removeSshUsers(): Promise<void> {
    return Promise.resolve();
  }
  shutDown(): Promise<void> {
    return writeFile(this.#layout.bosh('shutdown'), '');
  }
  bootIdentity(): Promise<string> {
    return Promise.resolve(this.boot);
  }
}
