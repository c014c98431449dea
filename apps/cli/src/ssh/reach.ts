import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Family, IpAddress } from '@bosh6/ip';
import type { GatewayFlags } from '../command/ssh-flags.js';
import { fail } from '../errors.js';
import type { Seat } from '../session/seat.js';
import { type AddressChoice, chooseAddress } from './choose-address.js';
import type { SshHost } from './hosts.js';
import { knownHosts } from './known-hosts.js';
import type { Gateway, SshSetting } from './ssh-arguments.js';
import type { LoggedIn } from './with-login.js';

/** A host with the address to go to, and how. */
export interface Reached {
  readonly host: SshHost;
  readonly setting: SshSetting;
}

/** Chooses each host's address and writes down the host keys. Errors: InvalidArguments, NoSuchAddress. */
export async function reach(seat: Seat, { session, strict, addresses }: LoggedIn, flags: GatewayFlags): Promise<Reached[]> {
  const choice = choiceOf(flags);
  const direct = (host: SshHost): boolean => gatewayOf(host, flags) === undefined && flags['gw-socks5'] === undefined;
  const chosen = choice.address !== undefined || choice.family !== undefined;
  const known = chosen || session.hosts.some(direct) ? await addresses() : new Map<string, string[]>();
  const path = join(session.directory, 'known_hosts');
  const hosts = await Promise.all(
    session.hosts.map(async (host): Promise<SshHost> => {
      const ip = chosen || direct(host) ? await chooseAddress(seat.world, host, known.get(host.id) ?? [], choice) : host.ip;
      return { ...host, ip };
    }),
  );
  writeFileSync(path, knownHosts(hosts), { mode: 0o600 });
  return hosts.map((host) => ({
    host,
    setting: {
      identity: session.identity,
      knownHosts: path,
      user: session.user,
      strict,
      gateway: gatewayOf(host, flags),
      socks5: flags['gw-socks5'],
    },
  }));
}

/** The flags' gateway, else the Director's; neither with `--gw-disable`. */
export function gatewayOf({ gateway }: Pick<SshHost, 'gateway'>, flags: GatewayFlags): Gateway | undefined {
  if (flags['gw-disable'] === true) return undefined;
  const host = flags['gw-host'] ?? gateway?.host;
  const user = flags['gw-user'] ?? gateway?.user ?? 'vcap';
  return host === undefined ? undefined : { host, user, privateKey: flags['gw-private-key'] };
}

function choiceOf({ address, family }: GatewayFlags): AddressChoice {
  const read = address === undefined ? undefined : IpAddress.tryParse(address.replace(/^\[(.*)\]$/, '$1'));
  if (address !== undefined && read === undefined) throw fail('InvalidArguments', `'${address}' is no address`);
  return { address: read, family: family === undefined ? undefined : (Number(family) as Family) };
}
