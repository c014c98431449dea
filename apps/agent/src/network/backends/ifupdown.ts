import { mkdir } from 'node:fs/promises';
import { fail } from '../../errors.js';
import { run } from '../../processes/run.js';
import { readText } from '../../state/json-file.js';
import { isEmpty } from '../ip-batch.js';
import type { NetworkBackend } from './backend.js';
import { writeIfOther } from './files.js';
import { interfacesFile } from './interfaces-file.js';
import { settled } from './settled.js';

const file = '/etc/network/interfaces';

export const ifupdown: NetworkBackend = {
  name: 'ifupdown',
  readsAdvertisements: false,
  realise: async (plan, missing) => {
    const before = await readText(file);
    const text = interfacesFile(plan, before);
    if (before === text && isEmpty(missing)) return;
    const nics = plan.nics.filter((nic) => !nic.untouched).map((nic) => nic.name);
    await mkdir('/run/network', { recursive: true });
    // By the old file, which knows what it had set; a NIC that was never up is no failure.
    await run(['ifdown', '--force', ...nics], { timeoutMs: 60_000 });
    await writeIfOther(file, text);
    const { code, stdout, stderr } = await run(['ifup', '--force', ...nics], { timeoutMs: 60_000 });
    if (code !== 0) throw fail('NetworkSetupFailed', `ifup ended with ${code}: ${(stderr + stdout).trim()}`);
    await settled(plan, 'ifup');
  },
};
