import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeImage } from '@bosh6/cpi-vsphere/testing';
import { startVcsim } from '../vcsim/start-vcsim.js';
import type { Benchmark } from './benchmark.js';
import { vcsimMissing } from './vcsim-missing.js';

/** How much the process that imports a stemcell of 500 MB grows meanwhile: the image is streamed. */
export const vsphereImportRss: Benchmark = {
  name: 'vsphere.import.rss',
  unit: 'MB',
  missing: vcsimMissing,
  async run() {
    const home = await mkdtemp(join(tmpdir(), 'b6-bench-'));
    const vcsim = await startVcsim({ user: 'bosh', password: 'right', vms: 0 });
    try {
      const image = join(home, 'image');
      // longer than what gzip looks back, so that the image is no smaller than the disk, as real ones
      await writeImage(image, 500_000_000, randomBytes(1_000_000));
      const { url, ca } = vcsim;
      const child = fork(fileURLToPath(new URL('./vsphere-import-process.js', import.meta.url)), [image, JSON.stringify({ url, ca })]);
      const ended = once(child, 'exit').then(() => {
        throw new Error('the process that imports ended');
      });
      const [megabytes] = (await Promise.race([once(child, 'message'), ended])) as [number];
      await ended.catch(() => {});
      return { value: megabytes };
    } finally {
      await vcsim.stop();
      await rm(home, { recursive: true });
    }
  },
};
