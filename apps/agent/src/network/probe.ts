import { spawn } from 'node:child_process';
import { CodedError } from '@bosh6/base';
import { fail } from '../errors.js';
import { run } from '../processes/run.js';
import { takenForKernel } from './kernel-dad.js';
import type { PlannedAddress } from './plan.js';

/** A neighbour answers within a millisecond or two on one link; this leaves it a hundred times that. */
const windowMs = 200;

type Answer = { mac?: string } | undefined;

/** Asks the link whether somebody has the address already. Throws DuplicateAddress with the other's MAC; ProbeFailed when the question could not be asked, for silence is only then an answer. */
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

/** MACs, each once, of all who answer for an IPv6 address: neighbour solicitation, RFC 4861 7.2.2. Throws ProbeFailed; CommandFailed without ndisc6. */
export async function answers(nic: string, address: string): Promise<string[]> {
  return [...new Set((await ndisc6('-m', nic, address)).match(macPattern)?.map((mac) => mac.toLowerCase()))];
}

async function neighbour(nic: string, address: string): Promise<Answer> {
  const text = await ndisc6('-1', nic, address).catch((error) => {
    if (CodedError.is(error) && error.code === 'CommandFailed') return undefined;
    throw error;
  });
  if (text === undefined) return (await takenForKernel(nic, address)) ? {} : undefined;
  return text === '' ? undefined : macIn(text);
}

/** What it says of an answer; nothing when there was none (2), which is not the same as an error (1). */
async function ndisc6(mode: '-1' | '-m', nic: string, address: string): Promise<string> {
  const { code, stdout, stderr } = await run(['ndisc6', '-q', mode, '-r', '1', '-w', String(windowMs), address, nic], { timeoutMs: 5000 });
  if (code === 0) return stdout;
  if (code === 2) return '';
  throw unasked('ndisc6', nic, address, code, stderr);
}

/** ARP probe, RFC 5227 2.1.1. arping itself waits whole seconds, so it is interrupted when the window closes: it then says what it has sent, and ends with 0 for silence, 1 for an answer, 2 for an error. */
function arp(nic: string, address: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn('arping', ['-D', '-c', '1', '-w', '2', '-I', nic, address], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('latin1');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('latin1');
    });
    const timer = setTimeout(() => child.kill('SIGINT'), windowMs);
    child.on('error', (cause) => reject(unasked('arping', nic, address, undefined, cause.message)));
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 1) resolve(macIn(output));
      else if (code === 0 && /^Sent [1-9]/m.test(output)) resolve(undefined);
      else reject(unasked('arping', nic, address, code ?? -1, said || 'it has sent nothing'));
    });
  });
}

function unasked(tool: string, nic: string, address: string, code: number | undefined, said: string): Error {
  const end = code === undefined ? 'cannot be started' : `ended with ${code}`;
  return fail('ProbeFailed', `whether ${address} is free on ${nic} could not be asked, ${tool} ${end}: ${said.trim()}`, {
    details: { address, nic, tool },
  });
}

const macPattern = /[0-9A-F]{1,2}(?::[0-9A-F]{1,2}){5}/gi;

function macIn(text: string): { mac?: string } {
  const mac = text.match(macPattern)?.[0];
  return mac === undefined ? {} : { mac: mac.toLowerCase() };
}
