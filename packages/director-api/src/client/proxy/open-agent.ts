import { Agent, type AgentOptions } from 'node:https';
import type { Target } from '../target.js';
import { chooseProxy } from './choose-proxy.js';
import type { ProxyEnv } from './proxy-env.js';

/** The agent that goes to a Director by the proxy that the environment names, or straight. Errors: InvalidProxy. */
export async function openAgent(target: Target, env: ProxyEnv, options: AgentOptions): Promise<Agent> {
  const proxy = chooseProxy(target, env);
  if (proxy === undefined) return new Agent(options);
  if (proxy.kind === 'http') return new Agent({ ...options, proxyEnv: { HTTPS_PROXY: proxy.url } });
  const [{ TunnelAgent }, { socksTunnel, sshTunnel }] = await Promise.all([import('./tunnel-agent.js'), import('./tunnels.js')]);
  return new TunnelAgent(proxy.kind === 'ssh' ? sshTunnel(proxy) : socksTunnel(proxy), options);
}
