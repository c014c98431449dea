import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSshKeyPair } from '@bosh6/credentials';
import type { Director } from '@bosh6/director-api/client';
import { followTask } from '../session/follow.js';
import type { Seat } from '../session/seat.js';
import { type SshHost, sshHosts } from './hosts.js';

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

/** Has the Director make a user for us on VMs, works with it, and has it removed, whatever happens. */
export async function withSession<T>(
  seat: Seat,
  director: Director,
  { deployment, target }: { deployment: string; target: Target },
  work: (session: SshSession) => Promise<T>,
): Promise<T> {
  const user = `bosh_${seat.world.uuid().replaceAll('-', '').slice(0, 15)}`;
  const { privateKey, publicKey } = await generateSshKeyPair();
  const directory = mkdtempSync(join(tmpdir(), 'bosh6-ssh-'));
  try {
    const identity = join(directory, 'key');
    writeFileSync(identity, privateKey.reveal(), { mode: 0o600 });
    const { result } = await followTask(seat, director, await director.ssh.setUp(deployment, target, { user, publicKey }), {
      withResult: true,
    });
    return await work({ hosts: sshHosts(result), user, identity, directory });
  } finally {
    rmSync(directory, { recursive: true, force: true });
    // The task is not followed: it ends by itself.
    await director.ssh.cleanUp(deployment, target, user).catch(() => undefined);
  }
}
