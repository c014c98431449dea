import { IpAddress, IpPrefix } from '@bosh6/ip';
import type { Target } from '../target.js';
import { bypasses } from './bypasses.js';
import type { ProxyEnv } from './proxy-env.js';
import { type DirectorProxy, readProxy } from './read-proxy.js';

const loopback = ['127.0.0.0/8', '::1/128'].map((prefix) => IpPrefix.parse(prefix));

/**
 * By which proxy to go to a Director: `BOSH_ALL_PROXY` (`socks5://HOST:PORT`, `ssh+socks5://USER@HOST:PORT?private-key=FILE`), else `HTTPS_PROXY`,
 * which is not for this machine's own addresses; `NO_PROXY` is for both. Undefined for none. Errors: InvalidProxy.
 */
export function chooseProxy(target: Target, env: ProxyEnv): DirectorProxy | undefined {
  const given = (name: string): string | undefined => env[name] || env[name.toLowerCase()] || undefined;
  const noProxy = given('NO_PROXY') ?? '';
  if (env.BOSH_ALL_PROXY) return bypasses(target, noProxy) ? undefined : readProxy('BOSH_ALL_PROXY', env.BOSH_ALL_PROXY);
  const https = given('HTTPS_PROXY');
  if (https === undefined || isLoopback(target.host) || bypasses(target, noProxy)) return undefined;
  return readProxy('HTTPS_PROXY', https.includes('://') ? https : `http://${https}`);
}

function isLoopback(host: string): boolean {
  const address = IpAddress.tryParse(host);
  return address === undefined ? host.toLowerCase() === 'localhost' : loopback.some((prefix) => prefix.contains(address));
}
