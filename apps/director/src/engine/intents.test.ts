import { expect, test, vi } from 'vitest';
import { manifest, startHarness } from '../deploy/harness.test.support.js';

test('the infrastructure is asked for nothing before the intent is on the disk', async () => {
  const h = await startHarness();
  const vms = (): string[] => [...h.cpi.vms.keys()];
  const withoutDisk = async (options: object): Promise<void> => {
    const durable = vi.spyOn(h.store, 'durable').mockRejectedValue(new Error('the disk is gone'));
    expect((await h.deploy(manifest, options)).state).toBe('error');
    expect(durable).toHaveBeenCalled();
    durable.mockRestore();
  };
  try {
    await withoutDisk({});
    expect(vms()).toEqual([]);
    await h.deploy(manifest);
    const made = vms();
    expect(made).not.toEqual([]);
    await withoutDisk({ recreate: true });
    expect(vms()).toEqual(made);
    await h.deploy(manifest, { recreate: true });
    expect(vms()).not.toEqual(made);
  } finally {
    await h.close();
  }
});
