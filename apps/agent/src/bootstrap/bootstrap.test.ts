import { readFile } from 'node:fs/promises';
import { type BootstrapError, bootstrapErrorSchema } from '@bosh6/agent-protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fail } from '../errors.js';
import { type AgentRig, eventually, startRig } from '../testing/test-rig.js';

let rig: AgentRig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const written = (): Promise<BootstrapError | undefined> =>
  readFile(rig.layout.bosh('bootstrap-error.json'), 'utf8').then(
    (text) => bootstrapErrorSchema.parse(JSON.parse(text)),
    () => undefined,
  );

test('an address that another machine has is said on disk, with all its details, until it is free', async () => {
  const details = { address: 'fd00:9::165', network: 'ipv6', nic: 'eth1', mac: '02:00:00:00:00:99' };
  const configure = rig.platform.configureNetworks.bind(rig.platform);
  rig.platform.configureNetworks = () => Promise.reject(fail('DuplicateAddress', 'fd00:9::165 is used by another machine', { details }));
  const started = rig.agent.start();
  expect(await eventually(written)).toMatchObject({ code: 'DuplicateAddress', details, hint: expect.stringContaining('free it') });
  rig.platform.configureNetworks = configure;
  await started;
  expect(await eventually(async () => ((await written()) === undefined ? 'gone' : undefined))).toBe('gone');
});
