import { IpAddress, IpPrefix } from '@bosh6/ip';
import { fail } from '../errors.js';
import { run } from '../processes/run.js';
import { linksOf, type RawAddress, type RawHop, type RawRoute, type RawRule, routesIn, rulesIn } from './kernel-json.js';
import { localTable, mainTable } from './marks.js';
import { everywhere, type PlannedRoute, type PlannedRule } from './plan.js';

export interface KernelAddress {
  nic: string;
  address: IpAddress;
  length: number;
  /** Neither tentative nor found to be a duplicate, and for good. */
  settled: boolean;
  /** It ends by itself: it was learnt. */
  learnt: boolean;
  temporary: boolean;
}

export interface KernelRoute extends PlannedRoute {
  /** Number of /etc/iproute2/rt_protos. */
  protocol: number;
  learnt: boolean;
}

export interface KernelState {
  groups: ReadonlyMap<string, number>;
  addresses: KernelAddress[];
  /** Those that lead somewhere; of the local table's only what the kernel has not made itself. */
  routes: KernelRoute[];
  rules: PlannedRule[];
}

const protocolKernel = 2;
const protocolRa = 9;

/** What the kernel has now, in numbers only. Throws NetworkSetupFailed. */
export async function readKernel(): Promise<KernelState> {
  const [all, rules4, rules6] = await Promise.all([
    show('', ['addr show', 'route show table all']),
    show('-4', ['rule show']),
    show('-6', ['rule show']),
  ]);
  return kernelOf(all, rules4, rules6);
}

/** Reads the lines of `ip -j -N -batch`: of addresses and routes, of IPv4 rules, of IPv6 rules. */
export function kernelOf(all: readonly string[], rules4: readonly string[], rules6: readonly string[]): KernelState {
  const links = linksOf(all[0]);
  return {
    groups: new Map(links.map(({ ifname, group }) => [ifname, Number(group)])),
    addresses: links.flatMap(({ ifname, addr_info: addresses = [] }) => addresses.flatMap((each) => addressOf(ifname, each))),
    routes: routesIn(all[1]).flatMap(routesOf),
    rules: [rulesIn(rules4[0]).map((rule) => ruleOf(rule, 4)), rulesIn(rules6[0]).map((rule) => ruleOf(rule, 6))].flat(),
  };
}

async function show(flag: '' | '-4' | '-6', commands: readonly string[]): Promise<string[]> {
  const { code, stdout, stderr } = await run(['ip', ...(flag === '' ? [] : [flag]), '-j', '-N', '-batch', '-'], {
    stdin: `${commands.join('\n')}\n`,
    timeoutMs: 20_000,
    keep: 64 * 1024 * 1024,
  });
  // A kernel without IPv6 has no IPv6 rules.
  if (code !== 0 && flag === '-6') return [];
  if (code !== 0) throw fail('NetworkSetupFailed', `the interfaces cannot be read: ${stderr.trim()}`);
  return stdout.split('\n').filter((line) => line.startsWith('['));
}

function addressOf(nic: string, raw: RawAddress): KernelAddress[] {
  const address = IpAddress.tryParse(raw.local ?? '');
  if (address === undefined) return [];
  const learnt = raw.dynamic === true || (raw.valid_life_time ?? 4294967295) < 4294967295;
  const settled = !raw.tentative && !raw.dadfailed && !learnt;
  return [{ nic, address, length: raw.prefixlen, settled, learnt, temporary: raw.temporary === true }];
}

function routesOf(raw: RawRoute): KernelRoute[] {
  const table = Number(raw.table ?? mainTable);
  if ((table === localTable && Number(raw.protocol) === protocolKernel) || (raw.type !== undefined && raw.type !== '1' && raw.type !== '2'))
    return [];
  const hops: RawHop[] = raw.nexthops ?? [raw];
  return hops.flatMap(({ gateway = raw.via?.host, dev, flags = [] }: RawHop) => {
    const via = IpAddress.tryParse(gateway ?? '');
    const destination =
      raw.dst === 'default'
        ? everywhere(via?.family ?? (raw.type === undefined && isIpv6Default(raw) ? 6 : 4))
        : IpPrefix.tryParse(raw.dst);
    if (destination === undefined || dev === undefined) return [];
    return [
      {
        family: destination.family,
        destination,
        ...(via === undefined ? {} : { via }),
        nic: dev,
        onLink: flags.includes('onlink'),
        table,
        ...(raw.type === '2' ? { local: true } : {}),
        protocol: Number(raw.protocol ?? 3),
        learnt: raw.expires !== undefined || Number(raw.protocol) === protocolRa,
      },
    ];
  });
}

/** Without a gateway only the preference, which IPv6 routes alone have, tells the family. */
function isIpv6Default(raw: RawRoute): boolean {
  return 'pref' in raw;
}

function ruleOf(raw: RawRule, family: 4 | 6): PlannedRule {
  const prefix = (address: string | undefined, length: number | undefined): IpPrefix | undefined => {
    const parsed = address === undefined || address === 'all' ? undefined : IpAddress.tryParse(address);
    return parsed && IpPrefix.of(parsed, length);
  };
  const from = prefix(raw.src, raw.srclen);
  const to = prefix(raw.dst, raw.dstlen);
  return {
    family,
    priority: raw.priority,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    table: Number(raw.table ?? 0),
    ...(raw.suppress_prefixlen === undefined ? {} : { suppressPrefixLength: raw.suppress_prefixlen }),
    ...(raw.suppress_ifgroup === undefined ? {} : { suppressGroup: Number(raw.suppress_ifgroup) }),
  };
}
