import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fail } from '../errors.js';
import { labInit } from '../scripts/lab-init.js';

const inner = ['-n', '-m', '-p', '-u', '-i', '-f', '--kill-child', '--propagation', 'slave', '--', 'sh', '-c', labInit, 'lab-init'];

/**
 * Runs a command as the second process of new user, network, mount, process, UTS and IPC namespaces. stdin and stdout are pipes, stderr is this process's.
 * As root ids map one to one; an ordinary user becomes root there and brings along the subordinate ids of /etc/subuid.
 */
export async function spawnInNamespaces(argv: readonly string[]): Promise<ChildProcess> {
  if (process.getuid?.() !== 0) {
    return spawn('unshare', ['-U', '--map-root-user', '--map-auto', ...inner, ...argv], { stdio: ['pipe', 'pipe', 'inherit'] });
  }
  // The map can only be written from outside, and unshare must not go on before: the shell waits for a line.
  const wait = 'echo here; read -r go; exec "$@"';
  const child = spawn('unshare', ['-U', '--', 'sh', '-c', wait, 'lab', 'unshare', ...inner, ...argv], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('error', (cause) => reject(fail('LabStartFailed', 'unshare cannot be run', { cause, hint: 'install util-linux' })));
    child.stdout?.once('data', () => resolve());
    child.once('close', (code) =>
      reject(
        fail('LabUserNamespaceRefused', `a user namespace was refused (unshare ended with ${code})`, {
          hint: 'see /proc/sys/user/max_user_namespaces',
        }),
      ),
    );
  });
  for (const kind of ['uid', 'gid']) writeFileSync(`/proc/${child.pid}/${kind}_map`, `0 0 ${mappable(kind)}\n`);
  child.stdin?.write('go\n');
  return child;
}

/** How many ids from 0 on this namespace has itself, 65536 at most. */
function mappable(kind: string): number {
  const [inside, , count] = readFileSync(`/proc/self/${kind}_map`, 'utf8').trim().split(/\s+/).map(Number);
  return inside === 0 ? Math.min(count ?? 1, 65536) : 1;
}
