import { spawn } from 'node:child_process';
import { fail } from '../errors.js';
import { run } from '../processes/run.js';
import type { PlannedAddress } from './plan.js';

/** A neighbour answers within a millisecond or two on one link; this leaves it a hundred times that. */
const windowMs = 200;

/** Asks the link whether somebody has the address already. Throws DuplicateAddress with the other's MAC. */
export async function probe(nic: string, { address, network }: PlannedAddress): Promise<void> {
  const answer = address.family === 6 ? await neighbour(nic, address.toString()) : await arp(nic, address.toString());
  if (answer === undefined) return;
  throw fail(
    'DuplicateAddress',
    `${address} of network '${network}' is used by another machine on ${nic}${answer.mac ? `, MAC ${answer.mac}` : ''}`,
    {
      details: { address: address.toString(), network, nic, ...answer },
    },
  );
}

/** MACs, each once, of all who answer for an IPv6 address: neighbour solicitation, RFC 4861 7.2.2. */
export async function answers(nic: string, address: string): Promise<string[]> {
  const { code, stdout } = await run(['ndisc6', '-q', '-m', '-r', '1', '-w', String(windowMs), address, nic], { timeoutMs: 5000 });
  return code === 0 ? [...new Set(stdout.match(macPattern)?.map((mac) => mac.toLowerCase()))] : [];
}

async function neighbour(nic: string, address: string): Promise<{ mac?: string } | undefined> {
  const { code, stdout } = await run(['ndisc6', '-q', '-1', '-r', '1', '-w', String(windowMs), address, nic], { timeoutMs: 5000 });
  return code === 0 ? macIn(stdout) : undefined;
}

/** ARP probe, RFC 5227 2.1.1. arping itself waits whole seconds, so it is ended when the window closes. */
function arp(nic: string, address: string): Promise<{ mac?: string } | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn('arping', ['-D', '-c', '1', '-w', '2', '-I', nic, address], { stdio: ['ignore', 'pipe', 'ignore'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('latin1');
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), windowMs);
    child.on('error', (cause) => reject(fail('NetworkSetupFailed', `arping cannot be started: ${cause.message}`, { cause })));
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code === 1 ? macIn(output) : undefined);
    });
  });
}

const macPattern = /[0-9A-F]{1,2}(?::[0-9A-F]{1,2}){5}/gi;

function macIn(text: string): { mac?: string } {
  const mac = text.match(macPattern)?.[0];
  return mac === undefined ? {} : { mac: mac.toLowerCase() };
}
