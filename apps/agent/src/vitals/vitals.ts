import { readFile, statfs } from 'node:fs/promises';
import type { Vitals } from '@bosh6/agent-protocol';
import type { Layout } from '../layout.js';

type CpuTimes = { user: number; sys: number; wait: number; total: number };

/** The machine's load, from /proc, and how long its first process runs (a container's machine may be up for longer). CPU shares are of the time since the call before. */
export class VitalsReader {
  readonly #layout: Layout;
  readonly #isMounted: (path: string) => Promise<boolean>;
  #before: CpuTimes = { user: 0, sys: 0, wait: 0, total: 0 };

  constructor(layout: Layout, isMounted: (path: string) => Promise<boolean>) {
    this.#layout = layout;
    this.#isMounted = isMounted;
  }

  async read(): Promise<Vitals> {
    const [stat, load, memory, uptime, first] = await Promise.all(
      ['stat', 'loadavg', 'meminfo', 'uptime', '1/stat'].map((name) => readFile(`/proc/${name}`, 'utf8')),
    );
    const kib = (key: string): number => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(memory ?? '')?.[1] ?? 0);
    const share = (total: number, free: number): { kb: string; percent: string } => ({
      kb: String(total - free),
      percent: total === 0 ? '0' : String(Math.round(((total - free) / total) * 100)),
    });
    const persistent = (await this.#isMounted(this.#layout.store)) ? await usage(this.#layout.store) : undefined;
    return {
      cpu: this.#cpu(stat ?? ''),
      disk: { system: await usage('/'), ephemeral: await usage(this.#layout.data()), ...(persistent === undefined ? {} : { persistent }) },
      load: (load ?? '').split(' ').slice(0, 3),
      mem: share(kib('MemTotal'), kib('MemAvailable')),
      swap: share(kib('SwapTotal'), kib('SwapFree')),
      uptime: { secs: secondsOf(uptime ?? '', first ?? '') },
    };
  }

  #cpu(stat: string): { user: string; sys: string; wait: string } {
    const [user = 0, nice = 0, system = 0, idle = 0, wait = 0, irq = 0, soft = 0, steal = 0] = (stat.split('\n')[0] ?? '')
      .trim()
      .split(/\s+/)
      .slice(1)
      .map(Number);
    const now: CpuTimes = {
      user: user + nice,
      sys: system + irq + soft,
      wait,
      total: user + nice + system + idle + wait + irq + soft + steal,
    };
    const before = this.#before;
    this.#before = now;
    const percent = (key: 'user' | 'sys' | 'wait'): string =>
      (((now[key] - before[key]) * 100) / Math.max(1, now.total - before.total)).toFixed(1);
    return { user: percent('user'), sys: percent('sys'), wait: percent('wait') };
  }
}

/** Linux counts process times in hundredths of a second for programs, whatever its own clock (proc(5), USER_HZ). */
const ticksPerSecond = 100;

/** How long the first process runs: the time since the machine's start without what was before it (field 22 of its stat; proc(5)). */
export function secondsOf(uptime: string, firstStat: string): number {
  const afterName = firstStat.slice(firstStat.lastIndexOf(')') + 2).split(' ');
  const startedAt = Number(afterName[19] ?? 0) / ticksPerSecond;
  return Math.max(0, Math.floor(Number(uptime.split(' ')[0]) - startedAt)) || 0;
}

async function usage(path: string): Promise<{ percent: string; inode_percent: string }> {
  const { blocks, bavail, bfree, files, ffree } = await statfs(path);
  const used = blocks - bfree;
  return {
    percent: String(used + bavail === 0 ? 0 : Math.ceil((used * 100) / (used + bavail))),
    inode_percent: String(files === 0 ? 0 : Math.ceil(((files - ffree) * 100) / files)),
  };
}
