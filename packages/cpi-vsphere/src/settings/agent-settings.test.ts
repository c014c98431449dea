import { agentSettingsSchema } from '@bosh6/agent-protocol';
import { expect, it } from 'vitest';
import { agentSettings } from './agent-settings.js';

it('an agent’s settings carry the Director’s env unchanged, the CPI’s own keys, and what only vSphere knows', () => {
  const env = { bosh: { mbus: { urls: ['nats://[fd00::1]:4222'] }, odd: [1, null] } };
  const networks = { a: { ip: 'fd00::5', prefix: '128', mac: '00:50:56:00:00:01' } };
  const settings = agentSettings({
    cid: 'vm-1',
    moid: 'vm-12',
    agentId: 'a',
    networks,
    systemDisk: '0',
    ephemeralDisk: { id: '6000c29' },
    agent: { mbus: 'nats://10.0.9.151:4222', ntp: ['t'], agent_id: 'not the CPI’s to say' },
    env,
  });
  expect(settings).toEqual({
    vm: { name: 'vm-1', id: 'vm-12' },
    agent_id: 'a',
    networks,
    disks: { system: '0', ephemeral: { id: '6000c29' }, persistent: {} },
    mbus: 'nats://10.0.9.151:4222',
    ntp: ['t'],
    env,
  });
  expect(agentSettingsSchema.safeParse(settings).success).toBe(true);
});
