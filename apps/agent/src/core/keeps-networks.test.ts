import { heartbeatSubject } from '@bosh6/agent-protocol';
import { realWorld } from '@bosh6/base';
import { expect, test } from 'vitest';
import { eventually, startRig } from '../testing/test-rig.js';

test('every half minute the agent looks for what its interfaces have lost', async () => {
  const ticks: (() => void)[] = [];
  const real = realWorld();
  const rig = await startRig({
    ...real,
    every: (ms, act) => {
      if (ms === 30_000) ticks.push(act);
      return real.every(ms, act);
    },
  });
  try {
    const seen: string[] = [];
    rig.platform.keepNetworks = (networks) => {
      seen.push(Object.keys(networks).join());
      return Promise.resolve();
    };
    let beats = 0;
    rig.hm.subscribe(heartbeatSubject(rig.id), () => {
      beats += 1;
    });
    await rig.hm.flush();
    await rig.agent.start();
    await eventually(() => (beats === 1 ? true : undefined));
    expect(seen).toEqual([]);
    for (const tick of ticks) tick();
    await eventually(() => (seen.length > 0 ? true : undefined));
    expect(seen).toEqual(['default']);
  } finally {
    await rig.close();
  }
});
