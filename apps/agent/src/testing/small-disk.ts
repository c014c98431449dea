import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface SmallDisk {
  readonly path: string;
  close(): Promise<void>;
}

/** A directory on a file system of so many KiB, which is mounted in a mount namespace of its own and goes with it. */
export async function smallDisk(kib: number): Promise<SmallDisk> {
  const script = `mount -t tmpfs -o size=${kib}k,mode=777 tmpfs /mnt && echo there && exec cat`;
  const child = spawn('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const first = await Promise.race([once(child.stdout, 'data'), ended]);
  if (String(first[0]).trim() !== 'there') throw new Error('no small file system could be mounted');
  return {
    path: `/proc/${child.pid}/root/mnt`,
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
