import { readFileSync } from 'node:fs';
import { countCommits } from '../../persistence/count-commits.js';
import { LoopBlocks } from './loop-blocks.js';
import type { Asked, Cost, Told } from './messages.js';

export const tell = (message: Told): void => void process.send?.(message);

/** Answers whoever measures this process; calling what it gives forgets what was. */
export function beMeasured(): () => void {
  const blocks = new LoopBlocks();
  const commits = countCommits();
  let cpu = process.cpuUsage();
  let before = 0;
  const forget = (): void => {
    cpu = process.cpuUsage();
    before = commits();
    blocks.forget();
  };
  process.on('message', ({ kind }: Asked) => {
    if (kind === 'forget') forget();
    if (kind !== 'measure') return;
    const { user, system } = process.cpuUsage(cpu);
    const cost: Cost = {
      cpuMs: (user + system) / 1000,
      blockMs: blocks.longestMs,
      peakMegabytes: peakMegabytes(),
      commits: commits() - before,
    };
    tell({ kind: 'measured', ...cost });
  });
  process.once('disconnect', () => process.exit());
  return forget;
}

function peakMegabytes(): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return (Number(kilobytes) * 1024) / 1e6;
}
