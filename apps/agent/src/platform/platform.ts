import type { ForeignAddress, Listener, Networks } from '@bosh6/agent-protocol';

/** What the agent needs of the machine beyond files below its base directory. One implementation an operating system. */
export interface Platform {
  /** Where the agent may answer names for the machine's own programs; undefined where it must not. */
  readonly resolverAddress: string | undefined;
  /** Names the machine and writes /etc/hostname and /etc/hosts. */
  setHostname(name: string): Promise<void>;
  writeHosts(text: string): Promise<void>;
  /** Makes the machine's interfaces as the settings say. Repeatable. Throws NicNotFound, InvalidSettings, Ipv6Unavailable, NoCarrier, ProbeFailed, DuplicateAddress, NetworkSetupFailed. */
  configureNetworks(networks: Networks): Promise<void>;
  /** Has names asked of these servers, in this order, and of the agent's resolver first where that answers. Without servers, a machine that has its own keeps them. Answers with those that the
   * resolver may hand questions on to. */
  setNameServers(servers: readonly string[], hasResolver: boolean): Promise<string[]>;
  /** Puts back what the interfaces have lost of what the settings say, where nobody else keeps them. Never throws. */
  keepNetworks(networks: Networks): Promise<void>;
  /** What the interfaces carry though the settings do not say so, and what they lack. */
  foreignAddresses(networks: Networks): Promise<ForeignAddress[]>;
  /** TCP ports that answer beyond the machine; undefined where it cannot tell. */
  listeners(): Promise<Listener[] | undefined>;
  /** Crypt hashes for root and vcap; undefined leaves root's as it is. */
  setPasswords(hashes: { root?: string; vcap: string }): Promise<void>;
  /** Owner root, group vcap, where this machine has them. */
  giveToVcapGroup(path: string): Promise<void>;
  giveToUser(path: string, user: string): Promise<void>;
  /** Numbers of a user or group by name. */
  userIds(user: string | undefined, group: string | undefined): { uid?: number; gid?: number };
  bindMount(source: string, target: string): Promise<void>;
  remountReadOnly(target: string): Promise<void>;
  /** Takes remountReadOnly back. */
  remountWritable(target: string): Promise<void>;
  /** Unmounts; throws CommandFailed when it is in use. */
  unmount(target: string): Promise<void>;
  forgetNeighbour(address: string): Promise<void>;
  trustCertificates(pem: string): Promise<void>;
  addSshUser(user: string, home: string, publicKey: string): Promise<{ hostPublicKey: string }>;
  removeSshUsers(pattern: RegExp): Promise<void>;
  shutDown(): Promise<void>;
  /** Names this run of the machine: changes with every reboot. */
  bootIdentity(): Promise<string>;
}
