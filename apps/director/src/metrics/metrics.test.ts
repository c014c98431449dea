import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Harness, manifest, startHarness } from '../deploy/harness.test.support.js';
import type { HealthCounts } from '../health/health-counts.js';
import { collectMetrics } from './collect-metrics.js';
import { serveMetrics } from './serve-metrics.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
  await h.deploy(manifest);
});
afterEach(() => h.close());

const health: HealthCounts = {
  unresponsive_agents: 1,
  unhealthy_agents: 2,
  total_available_agents: 3,
  failing_instances: 4,
  stopped_instances: 5,
  unknown_instances: 6,
};

test("a scraper gets the original's names, and nothing else is there", async () => {
  await h.store.write((tx) => tx.attributes.set('resurrection_paused', 'true'));
  const collect = (): Promise<string> => collectMetrics(h.collaborators, new Map([['nginx', health]]));
  const server = await serveMetrics({ port: 0, listen: '127.0.0.1' }, h.collaborators.log, new Map([['/metrics', collect]]));
  try {
    const at = `http://127.0.0.1:${server.port}`;
    const lines = (await (await fetch(`${at}/metrics`)).text()).split('\n').filter((line) => !line.startsWith('#'));
    expect(lines).toContain('bosh_resurrection_enabled 0');
    expect(lines).toContain('bosh_deploy_config_enabled 0');
    // 254, less the gateway, the Director's own address and the 11 static ones
    expect(lines).toContain('bosh_networks_dynamic_ips_total{name="default"} 241');
    expect(lines).toContain('bosh_networks_dynamic_free_ips_total{name="default"} 241');
    for (const [name, value] of Object.entries(health)) expect(lines).toContain(`bosh_${name}{name="nginx"} ${value}`);
    expect((await fetch(`${at}/`)).status).toBe(404);
  } finally {
    await server.close();
  }
});
