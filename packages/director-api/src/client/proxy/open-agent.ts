import { Agent, type AgentOptions } from 'node:https';
import type { Target } from '../target.js';
import { chooseProxy } from './choose-proxy.js';
import { httpProxyFailed } from './http-proxy-failed.js';
import type { ProxyEnv } from './proxy-env.js';

/** How to go to a Director. */
export interface Way {
  readonly agent: Agent;
  /** What an agent that knows nothing of its proxy throws when that one does not work. */
  readonly failed?: (error: NodeJS.ErrnoException) => Error | undefined;
}

/** By the proxy that the environment names, or straight. Errors: InvalidProxy. */
export async function openAgent(target: Target, env: ProxyEnv, options: AgentOptions): Promise<Way> {
  const proxy = chooseProxy(target, env);
  if (proxy === undefined) return { agent: new Agent(options) };
  if (proxy.kind === 'http') {
    const { url } = proxy;
    return { agent: new Agent({ ...options, proxyEnv: { HTTPS_PROXY: url } }), failed: (error) => httpProxyFailed(url, error) };
  }
  const [{ TunnelAgent }, { socksTunnel, sshTunnel }] = await Promise.all([import('./tunnel-agent.js'), import('./tunnels.js')]);
  return { agent: new TunnelAgent(proxy.kind === 'ssh' ? sshTunnel(proxy) : socksTunnel(proxy), options) };
}
