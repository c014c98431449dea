import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Ran, run } from '../stack/run.js';
import type { Stack } from '../stack/stack.js';

/** A machine that somebody has plugged into a network of the lab; the Director knows nothing of it. */
export interface Seat {
  /** In the router's namespace: its end of the cable. */
  readonly port: string;
  run(argv: readonly string[]): Promise<Ran>;
  /** Runs until `stop`; its output is in what `stop` gives. */
  start(argv: readonly string[]): Running;
  leave(): Promise<void>;
}

export interface Running {
  /** Resolves with what has been said once it matches. */
  says(what: RegExp): Promise<string>;
  stop(): Promise<string>;
}

export interface SeatOptions {
  /** The IaaS network, which must exist. */
  network: string;
  mac: string;
  /** With prefix length. */
  addresses?: readonly string[];
  /** The kernel settings of a VM under the stock agent: advertisements, autoconfiguration and redirects are taken. */
  stock?: boolean;
}

let count = 0;

/** Plugs a machine of its own network namespace into a network. It ends with the test at the latest. */
export async function takeSeat(stack: Stack, { network, mac, addresses = [], stock = false }: SeatOptions): Promise<Seat> {
  const bridge = (await stack.lab.status()).networks.find(({ name }) => name === network)?.bridge;
  if (bridge === undefined) throw new NoSeat(`the lab has no network '${network}'`);
  const router = await stack.lab.enterArgv('router');
  const [nsenter = '', ...words] = router;
  const holder = spawn(nsenter, [...words, 'unshare', '-n', 'sh', '-c', 'echo seated; exec cat'], { stdio: ['pipe', 'pipe', 'pipe'] });
  await running(holder).says(/seated/);
  const enter = ['nsenter', '-t', String(holder.pid), '-n', '--'];
  const inside = async (argv: readonly string[]): Promise<Ran> => run([...router, ...enter, ...argv]);
  const port = `seat${process.pid % 10_000}x${count++}`;
  await must([...router, 'ip', 'link', 'add', port, 'type', 'veth', 'peer', 'name', 'eth0', 'address', mac, 'netns', String(holder.pid)]);
  await must([...router, 'ip', 'link', 'set', port, 'addrgenmode', 'none', 'master', bridge, 'up']);
  const takes = stock ? '1' : '0';
  const settings = ['accept_ra', 'autoconf', 'accept_redirects'].map((key) => `net.ipv6.conf.eth0.${key}=${takes}`);
  await must([...router, ...enter, 'sysctl', '-qw', ...settings, 'net.ipv6.conf.eth0.accept_dad=0']);
  for (const line of ['link set lo up', 'link set eth0 up', ...addresses.map((address) => `addr add ${address} dev eth0`)])
    await must([...router, ...enter, 'ip', ...line.split(' ')]);
  return {
    port,
    run: inside,
    start: (argv) => running(spawnIn(router, [...enter, ...argv])),
    async leave() {
      if (holder.exitCode !== null || holder.signalCode !== null) return;
      holder.stdin?.end();
      await once(holder, 'exit');
    },
  };
}

/** Starts a program anywhere: `enter` is what enterArgv gives. */
export function startIn(enter: readonly string[], argv: readonly string[]): Running {
  return running(spawnIn(enter, argv));
}

// a signal to nsenter does not reach what runs in another process namespace; the end of stdin does
const untilStdinEnds = 'exec 3<&0; "$@" </dev/null & p=$!; (cat <&3; kill -TERM $p) >/dev/null 2>&1 & wait $p';

function spawnIn(enter: readonly string[], argv: readonly string[]): ChildProcess {
  const [file = '', ...rest] = [...enter, 'sh', '-c', untilStdinEnds, 'sh', ...argv];
  return spawn(file, rest, { stdio: ['pipe', 'pipe', 'pipe'] });
}

function running(child: ChildProcess): Running {
  let said = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      for (const wake of listeners) wake();
    });
  const closed = once(child, 'close');
  return {
    says: (what) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!what.test(said)) return;
          listeners.delete(look);
          resolve(said);
        };
        listeners.add(look);
        void closed.then(() => {
          look();
          reject(new NoSeat(`ended without ${what}: ${said}`));
        });
        look();
      }),
    async stop() {
      child.stdin?.end();
      await closed;
      return said;
    },
  };
}

async function must(argv: readonly string[]): Promise<void> {
  const { code, stderr } = await run(argv);
  if (code !== 0) throw new NoSeat(`${argv.join(' ')} ended with ${code}: ${stderr}`);
}

class NoSeat extends Error {}
