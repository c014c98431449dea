import { classify, eui64Address, IpPrefix } from '@bosh6/ip';
import type { KernelAddress, KernelRoute, KernelState } from './kernel-state.js';
import { firstOwn, lastOwn, localTable, mainTable, managedGroup, priority } from './marks.js';
import type { NetworkPlan, PlannedNic, PlannedRule } from './plan.js';
import { addressWords, routeWords, ruleWords } from './words.js';

/** `ip` commands by family, for a batch has one. */
export interface Commands {
  4: string[];
  6: string[];
}

/** Routes that a boot, a person, DHCP, a router or a redirect has made; those of routing daemons stay. */
const flushed = [1, 3, 4, 9, 16];
const kernelProtocol = 2;
const staticProtocol = 4;

/** What the plan does not want: addresses and routes on managed NICs, tables and rules of an older plan. With `learntOnly` what somebody has set by hand stays: the machine runs, and it may be a workload's. */
export function remains(plan: NetworkPlan, state: KernelState, learntOnly: boolean): Commands {
  const commands: Commands = { 4: [], 6: [] };
  const nics = new Map(plan.nics.filter((nic) => !nic.untouched).map((nic) => [nic.name, nic]));
  const wanted = new Set(plan.routes.map(routeWords));
  const rules = new Set(plan.rules.map((rule) => `${rule.family} ${ruleWords(rule)}`));
  for (const each of state.addresses) {
    const nic = nics.get(each.nic);
    if (nic === undefined || belongs(each, nic) || (learntOnly && !each.learnt)) continue;
    commands[each.address.family].push(`addr del ${each.address}/${each.length} dev ${each.nic}`);
  }
  for (const route of state.routes) {
    const nic = nics.get(route.nic);
    const own = isOwn(route.table) || (nic !== undefined && isOwnLocal(route));
    if (!own && (nic === undefined || !isForeign(route, nic) || (learntOnly && !route.learnt))) continue;
    if (route.learnt || !wanted.has(routeWords(route)))
      commands[route.family].push(`route del ${routeWords(route)} proto ${route.protocol}`);
  }
  for (const rule of state.rules) {
    if (isOwnRule(rule) && !rules.has(`${rule.family} ${ruleWords(rule)}`)) commands[rule.family].push(`rule del ${ruleWords(rule)}`);
  }
  return commands;
}

/** What the plan wants and the kernel does not have, in an order that works. */
export function missing(plan: NetworkPlan, state: KernelState): Commands {
  const commands: Commands = { 4: [], 6: [] };
  // One that was learnt ends by itself, though it may read as the plan's.
  const routes = new Set(state.routes.filter(({ learnt }) => !learnt).map(routeWords));
  const rules = new Set(state.rules.map((rule) => `${rule.family} ${ruleWords(rule)}`));
  for (const nic of plan.nics.filter((each) => !each.untouched)) {
    if (state.groups.get(nic.name) !== managedGroup) commands[4].push(`link set dev ${nic.name} group ${managedGroup}`);
    for (const wanted of nic.addresses) {
      const { address, length } = wanted;
      const has = (each: KernelAddress): boolean => each.nic === nic.name && each.length === length && each.address.equals(address);
      if (!state.addresses.some((each) => has(each) && each.settled))
        commands[address.family].push(`addr replace ${addressWords(wanted)} dev ${nic.name}`);
    }
  }
  for (const route of plan.routes) {
    if (!routes.has(routeWords(route))) commands[route.family].push(`route replace ${routeWords(route)} proto static`);
  }
  for (const rule of plan.rules) {
    if (!rules.has(`${rule.family} ${ruleWords(rule)}`)) commands[rule.family].push(`rule add ${ruleWords(rule)}`);
  }
  return commands;
}

/** An address of the plan, or the link-local one that the kernel makes of the MAC. */
export function belongs({ address, length, settled }: KernelAddress, nic: PlannedNic): boolean {
  if (nic.addresses.some((each) => each.length === length && each.address.equals(address))) return settled;
  return nic.ipv6 && classify(address).kind === 'link-local' && address.equals(eui64Address(linkLocal, nic.mac));
}

/** A route that the NIC has though nobody assigned it; the one by advertisement is what a NIC that accepts them wants. */
export function isForeign(route: KernelRoute, nic: PlannedNic): boolean {
  if (route.table !== mainTable || route.local) return false;
  if (nic.acceptRa && route.learnt && route.destination.length === 0) return false;
  return flushed.includes(route.protocol) || (route.protocol === kernelProtocol && route.learnt);
}

function isOwn(number: number): boolean {
  return number >= firstOwn && number <= lastOwn;
}

/** The plan's way of saying it; by hand it would be of protocol boot. */
function isOwnLocal({ local, table, protocol }: KernelRoute): boolean {
  return local === true && table === localTable && protocol === staticProtocol;
}

function isOwnRule({ priority: at, to, table, suppressPrefixLength }: PlannedRule): boolean {
  const ofPrefix = at === priority.workloadOfPrefix4 && to !== undefined && table === mainTable && suppressPrefixLength !== undefined;
  return ofPrefix || isOwn(at);
}

const linkLocal = IpPrefix.parse('fe80::/64');
