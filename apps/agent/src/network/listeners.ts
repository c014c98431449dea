import type { Listener } from '@bosh6/agent-protocol';
import { type AddressKind, classify, embeddedIpv4, type Family, IpAddress } from '@bosh6/ip';
import { run } from '../processes/run.js';

/** Not a job's: the way in for people, and who supervises. */
const ours = ['sshd', 'monit', 'bosh-agent'];

/** What nobody outside the machine, or outside its link, connects to. */
const unreached: readonly AddressKind[] = ['loopback', 'link-local'];

/** TCP ports that answer beyond the machine, lowest first, from sock_diag(7) by `ss`: it alone tells a socket's own v6-only flag. Undefined where `ss` is missing or fails. */
export async function listeners(agent = process.pid): Promise<Listener[] | undefined> {
  const { code, stdout } = await run(['ss', '-H', '-l', '-t', '-n', '-e', '-p'], { timeoutMs: 5000 }).catch(() => ({
    code: -1,
    stdout: '',
  }));
  return code === 0 ? parseListeners(stdout, agent) : undefined;
}

/** Reads the lines of `ss -Hltnep`. */
export function parseListeners(text: string, agent: number): Listener[] {
  const ports = new Map<number, Listener>();
  for (const line of text.split('\n')) {
    const socket = socketOf(line);
    if (socket === undefined || socket.pid === agent || isOurs(socket)) continue;
    const { port, address, families, name } = socket;
    const known = ports.get(port) ?? { port, addresses: [], families: [], process: '' };
    known.addresses = [...new Set([...known.addresses, address])].sort();
    known.families = [...new Set([...known.families, ...families])].sort();
    known.process ||= name;
    ports.set(port, known);
  }
  return [...ports.values()].sort((a, b) => a.port - b.port);
}

interface Socket {
  port: number;
  address: string;
  families: Family[];
  name: string;
  pid: number | undefined;
}

/** Undefined for what is no listener, and for one that only the machine itself or its link reaches. */
function socketOf(line: string): Socket | undefined {
  const local = line.split(/\s+/)[3] ?? '';
  const colon = local.lastIndexOf(':');
  const port = Number(local.slice(colon + 1));
  // The NIC of a socket that is bound to one stands behind the brackets: `[::]%eth0:80`, `*%eth0:80`.
  const host = local
    .slice(0, colon)
    .replace(/%.*$/, '')
    .replace(/^\[|\]$/g, '');
  const address = host === '*' ? IpAddress.parse('::') : IpAddress.tryParse(host);
  const isPort = Number.isInteger(port) && port > 0 && port < 65_536;
  if (colon < 0 || !isPort || address === undefined || unreached.includes(classify(carried(address)).kind)) return undefined;
  const [, name = '', pid] = /users:\(\("((?:[^"\\]|\\.)*)",pid=(\d+)/.exec(line) ?? [];
  const any = address.toString() === '::';
  const families: Family[] = any ? (host === '*' || line.includes('v6only:0') ? [4, 6] : [6]) : [carried(address).family];
  return { port, address: address.toString(), families, name, pid: pid === undefined ? undefined : Number(pid) };
}

/** What a socket of both families listens on when it was bound to an IPv4 address. */
function carried(address: IpAddress): IpAddress {
  return classify(address).kind === 'ipv4-mapped' ? (embeddedIpv4(address) ?? address) : address;
}

/** systemd holds the port of an sshd that it starts on demand. */
function isOurs({ name, pid, port }: Socket): boolean {
  return ours.includes(name) || (pid === 1 && port === 22);
}
