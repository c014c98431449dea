import { behaviours } from '@bosh6/cpi-protocol/conformance';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { networksOf, type Simulated, simulate } from './testing/simulated.js';
import { onVcsim } from './testing/vcsim.js';

onVcsim('the CPI on vSphere', () => {
  let simulated: Simulated;
  beforeAll(async () => {
    simulated = await simulate();
  }, 180_000);
  afterAll(() => simulated.stop());

  const cloudProperties = { vm: { cpu: 1, ram: 512, disk: 1024 } };
  for (const { name, run } of behaviours)
    it(name, () => run({ cpi: simulated.cpi, imagePath: simulated.imagePath, networks: networksOf, cloudProperties }));

  it('leaves no VM, stemcell, disk, snapshot or file after all that', async () => {
    expect(await simulated.left()).toEqual({ vms: [], files: [] });
  });

  it('logs in once for all that', async () => {
    expect((await simulated.vcsim.calls()).Login).toBe(2); // the CPI's, and the one of who looks
  });
});
