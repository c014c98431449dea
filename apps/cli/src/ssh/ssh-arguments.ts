import { isIPv6 } from 'node:net';
import { readProxy } from '@bosh6/director-api/client/proxy';
import { formatEndpoint } from '@bosh6/ip';
import { fail } from '../errors.js';
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
  const through = socks5 === undefined ? undefined : readProxy('BOSH_ALL_PROXY', socks5);
  if (through?.kind === 'socks5') return option(`ProxyCommand=nc -X 5 -x ${quoted(formatEndpoint(through.host, through.port))} %h %p`);
  if (through?.kind === 'http') throw fail('InvalidArguments', '--gw-socks5 and BOSH_ALL_PROXY name a SOCKS5 proxy: socks5://HOST:PORT');
  const by = through ?? gateway;
  if (by === undefined) return [];
  const user = by.user === undefined ? '' : `-l ${quoted(by.user)} `;
  const port = through === undefined ? '' : `-p ${through.port} `;
  const command = [
    `ssh -tt -W ${isIPv6(ip) ? '[%h]' : '%h'}:%p ${port}${user}${quoted(by.host)}`,
    ...['ServerAliveInterval=30', 'ForwardAgent=no', 'ClearAllForwardings=yes', 'StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null'],
    ...(by.privateKey === undefined ? [] : ['PasswordAuthentication=no', 'IdentitiesOnly=yes', `IdentityFile=${by.privateKey}`]),
  ];
  return option(`ProxyCommand=${command.join(' -o ')}`);
}

/** ssh gives the command to a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
