import { connect } from 'node:net';
import type { World } from '@bosh6/base';
import { type Family, IpAddress } from '@bosh6/ip';
import { fail } from '../errors.js';
import type { SshHost } from './hosts.js';

/** Which of a VM's addresses. */
export interface AddressChoice {
  readonly address?: IpAddress | undefined;
  readonly family?: Family | undefined;
}

const sshPort = 22;
/** Before the next address is tried beside the first (RFC 8305 section 5). */
const headStartMs = 250;
const patienceMs = 3000;

/**
 * The address to go to, of the host's and those `known` texts that are addresses: the one that was chosen, else the first of the VM's that answers from here, the Director's choice before the others; that
 * one too where none answers, for ssh to say why. Errors: NoSuchAddress.
 */
export async function chooseAddress(world: World, host: SshHost, known: readonly string[], choice: AddressChoice): Promise<string> {
  const all = [IpAddress.parse(host.ip), ...known.flatMap((text) => IpAddress.tryParse(text) ?? [])];
  const wanted = unique(all).filter(
    (one) => (choice.family === undefined || one.family === choice.family) && (choice.address === undefined || one.equals(choice.address)),
  );
  const [first] = wanted;
  if (first === undefined) {
    const which = choice.address === undefined ? `IPv${choice.family} address` : `address ${choice.address}`;
    throw fail('NoSuchAddress', `${host.group}/${host.id} has no ${which}`, { hint: `it has ${unique(all).join(', ')}` });
  }
  if (wanted.length === 1) return spelled(host, first);
  return spelled(host, (await firstToAnswer(world, wanted)) ?? first);
}

/** As the Director wrote it, where that is the one. */
const spelled = ({ ip }: SshHost, address: IpAddress): string => (IpAddress.parse(ip).equals(address) ? ip : address.toString());

function unique(addresses: readonly IpAddress[]): IpAddress[] {
  return addresses.filter((one, at) => addresses.findIndex((other) => other.equals(one)) === at);
}

async function firstToAnswer(world: World, addresses: readonly IpAddress[]): Promise<IpAddress | undefined> {
  const end = new AbortController();
  const attempts = addresses.map(async (address, at) => {
    if (at > 0) await world.sleep(at * headStartMs, end.signal);
    await answers(world, address, end.signal);
    return address;
  });
  try {
    return await Promise.any(attempts);
  } catch {
    return undefined;
  } finally {
    end.abort();
    await Promise.allSettled(attempts);
  }
}

function answers(world: World, address: IpAddress, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address.toString(), port: sshPort });
    const timer = world.after(patienceMs, () => socket.destroy(new Error('no answer')));
    const stop = (): void => void socket.destroy(new Error('another one answered'));
    signal.addEventListener('abort', stop, { once: true });
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', reject);
    socket.once('close', () => {
      timer.cancel();
      signal.removeEventListener('abort', stop);
    });
  });
}
