import { isIPv6 } from 'node:net';
import type { SshHost } from './hosts.js';

/** How to reach VMs, if not directly. */
export interface Gateway {
  readonly host: string;
  readonly user: string;
  readonly privateKey?: string | undefined;
}

export interface SshSetting {
  /** Paths. */
  readonly identity: string;
  readonly knownHosts: string;
  readonly user: string;
  /** Host keys are known, so that another one is refused. */
  readonly strict: boolean;
  readonly gateway?: Gateway | undefined;
  readonly socks5?: string | undefined;
  /** Of `--opts`. */
  readonly more?: readonly string[];
}

const option = (text: string): string[] => ['-o', text];

/** What `ssh` and `scp` get in front of where to go (as bosh-cli). */
export function connectionArguments({ ip }: Pick<SshHost, 'ip'>, setting: SshSetting): string[] {
  return [
    ...option('ServerAliveInterval=30'),
    ...option('ForwardAgent=no'),
    ...option('PasswordAuthentication=no'),
    ...option('IdentitiesOnly=yes'),
    ...option(`IdentityFile=${setting.identity}`),
    ...option(`UserKnownHostsFile=${setting.knownHosts}`),
    ...proxy(ip, setting),
    ...(setting.more ?? []),
    ...option(`StrictHostKeyChecking=${setting.strict ? 'yes' : 'no'}`),
  ];
}

function proxy(ip: string, { gateway, socks5 }: SshSetting): string[] {
  if (socks5 !== undefined) return option(`ProxyCommand=nc -X 5 -x ${quoted(new URL(socks5).host)} %h %p`);
  if (gateway === undefined) return [];
  const command = [
    `ssh -tt -W ${isIPv6(ip) ? '[%h]' : '%h'}:%p -l ${quoted(gateway.user)} ${quoted(gateway.host)}`,
    ...['ServerAliveInterval=30', 'ForwardAgent=no', 'ClearAllForwardings=yes', 'StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null'],
    ...(gateway.privateKey === undefined ? [] : ['PasswordAuthentication=no', 'IdentitiesOnly=yes', `IdentityFile=${gateway.privateKey}`]),
  ];
  return option(`ProxyCommand=${command.join(' -o ')}`);
}

/** ssh gives the command to a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
