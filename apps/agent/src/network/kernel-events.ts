import { spawn } from 'node:child_process';

/** Before `ip monitor` listens an event may have passed. */
const secondLookMs = 500;

/** Waits until the check says so, looking again whenever a link or an address has changed. Resolves to false when the time is over. */
export async function untilKernel(check: () => Promise<boolean>, patienceMs: number): Promise<boolean> {
  if (await check()) return true;
  const monitor = spawn('ip', ['monitor', 'link', 'address'], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    return await new Promise<boolean>((resolve, reject) => {
      let looking = false;
      let again = false;
      const look = (): void => {
        again = looking;
        if (looking) return;
        looking = true;
        check().then((done) => {
          looking = false;
          if (done) resolve(true);
          else if (again) look();
        }, reject);
      };
      const timers = [setInterval(look, secondLookMs), setTimeout(() => resolve(false), patienceMs)];
      monitor.stdout.on('data', look);
      monitor.on('error', reject);
      monitor.on('close', () => timers.forEach(clearTimeout));
    });
  } finally {
    monitor.kill('SIGKILL');
  }
}
