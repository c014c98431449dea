import { chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runOk } from '../processes/run.js';
import { readText } from '../state/json-file.js';
import { Accounts } from './accounts.js';

const groups = ['vcap', 'admin', 'bosh_sudoers', 'bosh_sshers'];

/** A user for one `bosh ssh` session, with the groups that the machine has. */
export async function addSshUser(user: string, home: string, publicKey: string): Promise<{ hostPublicKey: string }> {
  const known = (await readFile('/etc/group', 'utf8')).split('\n').map((line) => line.split(':')[0]);
  const memberOf = groups.filter((group) => known.includes(group));
  await mkdir(join(home, '..'), { recursive: true, mode: 0o755 });
  await runOk(['useradd', '-m', '-d', home, '-s', '/bin/bash', ...(memberOf.length > 0 ? ['-G', memberOf.join(',')] : []), user]);
  const { uid, gid } = new Accounts().ids(user, undefined);
  const directory = join(home, '.ssh');
  const file = join(directory, 'authorized_keys');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writeFile(file, `${publicKey.trim()}\n`, { mode: 0o600 });
  if (uid !== undefined && gid !== undefined) await Promise.all([directory, file].map((path) => chown(path, uid, gid)));
  return { hostPublicKey: ((await readText('/etc/ssh/ssh_host_rsa_key.pub')) ?? '').trim() };
}

/** Removes session users that match; never one whose name does not begin with `bosh_`. */
export async function removeSshUsers(pattern: RegExp): Promise<void> {
  const names = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':')[0] ?? '');
  for (const name of names.filter((each) => each.startsWith('bosh_') && pattern.test(each))) await runOk(['userdel', '-rf', name]);
}
