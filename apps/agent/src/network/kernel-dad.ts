import { writeFile } from 'node:fs/promises';
import { fail } from '../errors.js';
import { run } from '../processes/run.js';
import { ip, ipAnyway } from './ip-batch.js';
import { untilKernel } from './kernel-events.js';
import { linksOf } from './kernel-json.js';

/** RFC 4862 5.4: a random delay of up to a second, a question, a second of silence. */
const patienceMs = 10_000;

/** Lets the kernel ask whether an IPv6 address is taken, where `ndisc6` is missing: the address is on the NIC, tentative, so long, and is taken off again whatever comes of it. Resolves to whether it is taken.
 * Throws ProbeFailed when the kernel comes to no end. */
export async function takenForKernel(nic: string, address: string): Promise<boolean> {
  await switchOn(nic);
  const flush = `addr flush dev ${nic} to ${address}/128`;
  try {
    // As an older try left it, it would not be asked for again.
    await ip({ 4: [], 6: [flush, `addr add ${address}/128 dev ${nic} noprefixroute`] });
    let state: State = 'tentative';
    const look = async (): Promise<boolean> => {
      state = await stateOf(nic, address);
      return state !== 'tentative';
    };
    if (await untilKernel(look, patienceMs)) return (state as State) === 'taken';
    throw fail('ProbeFailed', `the kernel has not found out within ${patienceMs / 1000} s whether ${address} is free on ${nic}`, {
      details: { nic, address },
    });
  } finally {
    await ipAnyway({ 4: [], 6: [flush] });
  }
}

/** It stays on until the next start: the plan's addresses are without it anyhow, and several may be asked for at a time. */
async function switchOn(nic: string): Promise<void> {
  const directory = `/proc/sys/net/ipv6/conf/${nic}`;
  await writeFile(`${directory}/accept_dad`, '1');
  await writeFile(`${directory}/dad_transmits`, '1');
  // An optimistic address is used before it is known to be free. Not every kernel has it.
  await writeFile(`${directory}/optimistic_dad`, '0').catch(() => undefined);
}

type State = 'tentative' | 'taken' | 'free';

async function stateOf(nic: string, address: string): Promise<State> {
  const { stdout } = await run(['ip', '-j', '-6', 'addr', 'show', 'dev', nic, 'to', `${address}/128`], { timeoutMs: 10_000 });
  const [found] = linksOf(stdout.trim() || undefined).flatMap(({ addr_info: addresses = [] }) => addresses);
  // With accept_dad 1 a duplicate stays where it is, with the flag.
  if (found?.dadfailed) return 'taken';
  return found === undefined || found.tentative ? 'tentative' : 'free';
}
