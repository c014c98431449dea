import { Gauge, Registry } from 'prom-client';
import type { Collaborators } from '../core/collaborators.js';
import type { HealthCounts } from '../health/health-counts.js';
import { networkUsage } from '../listings/network-usage.js';

const healthHelp: Record<keyof HealthCounts, string> = {
  unresponsive_agents: 'Agents that have timed out',
  unhealthy_agents: 'Agents that run and have no process',
  total_available_agents: 'Agents of VMs that are watched',
  failing_instances: 'Instances with a process that fails',
  stopped_instances: 'Instances whose processes are stopped',
  unknown_instances: 'Instances whose state is not known',
};

/** The Director's metrics in Prometheus' text, under the original's names (director-api reference 4.14). */
export async function collectMetrics(
  { store, config }: Pick<Collaborators, 'store' | 'config'>,
  health: ReadonlyMap<string, HealthCounts>,
): Promise<string> {
  const { read } = store;
  const registry = new Registry();
  const gauge = (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name: `bosh_${name}`, help, labelNames, registers: [registry] });
  const paused = (await read.attributes.get('resurrection_paused')) === 'true';
  gauge('resurrection_enabled', 'Whether lost VMs are made anew').set(paused ? 0 : 1);
  const deployConfigs = await read.configs.currentOfType('deploy');
  gauge('deploy_config_enabled', 'Whether there is a config of type deploy').set(deployConfigs.length > 0 ? 1 : 0);
  const tasks = gauge('tasks_total', 'Tasks that are not over', 'state', 'type');
  for (const { state, type } of await read.tasks.allIn('state', ['queued', 'processing'])) tasks.inc({ state, type });
  const all = gauge('networks_dynamic_ips_total', 'Addresses of manual networks that are neither reserved nor static', 'name');
  const free = gauge('networks_dynamic_free_ips_total', 'Those of them that are free', 'name');
  const usage = { neverAllocate: config.endpoints.map(({ address }) => address), ignoreMissingGateway: config.ignoreMissingGateway };
  const { subnets } = await networkUsage(read, { ...usage, details: false });
  for (const subnet of subnets.filter(({ type }) => type === 'manual')) {
    const name = subnet.network;
    all.inc({ name }, Number(subnet.size) - Number(subnet.reserved) - Number(subnet.static));
    free.inc({ name }, Number(subnet.free));
  }
  for (const [key, help] of Object.entries(healthHelp)) {
    const counts = gauge(key, help, 'name');
    for (const [name, own] of health) counts.set({ name }, own[key as keyof HealthCounts]);
  }
  return registry.metrics();
}
