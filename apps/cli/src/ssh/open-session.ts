import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSshKeyPair } from '@bosh6/credentials';
import type { Seat } from '../session/seat.js';
import type { SshHost } from './hosts.js';

/** Which instances: all, a group's, or one. */
export interface Target {
  readonly group?: string | undefined;
  readonly id?: string | undefined;
}

export interface SshSession {
  readonly hosts: readonly SshHost[];
  readonly user: string;
  /** The private key's path. */
  readonly identity: string;
  /** For files of this command, which nobody else reads. */
  readonly directory: string;
}

/** Who lets users into VMs: a Director, or a VM's agent. */
export interface Doorkeeper {
  setUp(user: { readonly user: string; readonly publicKey: string }): Promise<readonly SshHost[]>;
  cleanUp(user: string): Promise<unknown>;
}

/** Has a user made for us on VMs, works with it, and has it removed, whatever happens. */
export async function withSession<T>(seat: Seat, doorkeeper: Doorkeeper, work: (session: SshSession) => Promise<T>): Promise<T> {
  const user = `bosh_${seat.world.uuid().replaceAll('-', '').slice(0, 15)}`;
  const { privateKey, publicKey } = await generateSshKeyPair();
  const directory = mkdtempSync(join(tmpdir(), 'bosh6-ssh-'));
  try {
    const identity = join(directory, 'key');
    writeFileSync(identity, privateKey.reveal(), { mode: 0o600 });
    return await work({ hosts: await doorkeeper.setUp({ user, publicKey }), user, identity, directory });
  } finally {
    rmSync(directory, { recursive: true, force: true });
    await doorkeeper.cleanUp(user).catch(() => undefined);
  }
}
