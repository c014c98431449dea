import { expect, test, vi } from 'vitest';
import { failureOf, lostIn, unmendedBy } from './faults.test.support.js';
import { manifest, startHarness } from './harness.test.support.js';

test('a blobstore that takes no compiled package: 450001 with its words, nothing is lost, the next deploy ends well', async () => {
  const h = await startHarness();
  const down = vi.spyOn(h.collaborators.blobs, 'put').mockRejectedValue(new Error('connect ECONNREFUSED'));
  expect(await failureOf(h, await h.deploy(manifest))).toMatchObject({
    state: 'error',
    code: 450001,
    message: expect.stringContaining('ECONNREFUSED'),
    told: true,
  });
  down.mockRestore();
  expect([h.cpi.vms.size, h.bus.authorized.size]).toEqual([0, 0]);
  expect(await lostIn(h)).toEqual([]);
  expect(await unmendedBy(h, manifest)).toEqual([]);
  await h.close();
});
