import { join } from 'node:path';
import * as z from 'zod';
import { root } from '../stack/paths.js';
import type { Benchmark } from './benchmark.js';
import { closeLiveStack, liveStack } from './live-stack.js';
import { nodeBinary } from './process-time.js';
import { missing } from './walkthrough-rounds.js';

const measurement = z.object({ value: z.number(), peerValue: z.number() });

/** From exec to the first 200 on /info, in the lab, with the state of a walkthrough. The lab's own Director is down meanwhile and stays so. */
export const directorReady: Benchmark = {
  name: 'director.ready',
  unit: 'ms',
  peer: 'node',
  missing,
  async run() {
    const { lab, state } = await liveStack();
    await lab.stopService('director');
    const argv = [
      nodeBinary,
      join(root, 'e2e/dist/bench/ready-probe.js'),
      join(root, 'apps/director/dist/main.js'),
      join(state, 'director.json'),
    ];
    const { code, stdout, stderr } = await (await lab.exec('director', argv)).ended;
    if (code !== 0) throw new Error(`the probe ended with ${code}: ${stderr}`);
    return measurement.parse(JSON.parse(stdout));
  },
  close: closeLiveStack,
};
