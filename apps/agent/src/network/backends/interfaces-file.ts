import type { Family } from '@bosh6/ip';
import { managedGroup } from '../marks.js';
import type { NetworkPlan, PlannedNic } from '../plan.js';
import { routesOfNic } from '../routes-of-nic.js';
import { routeWords, ruleWords } from '../words.js';
import { ownFile } from './files.js';
import { stanzasOf } from './stanzas.js';

/** interfaces(5): a stanza an address, for ifupdown takes several of one interface; routes and rules with the last of the NIC, when all its addresses are there. What `before`, the file as it is,
 * says of NICs that others configure stays. */
export function interfacesFile(plan: NetworkPlan, before = ''): string {
  const nics = plan.nics.filter((nic) => !nic.untouched);
  const others = stanzasOf(before, new Set(plan.nics.filter((nic) => nic.untouched).map((nic) => nic.name)));
  const own = [ownFile, 'auto lo', 'iface lo inet loopback', ...nics.flatMap((nic) => ['', ...stanzas(nic, plan)])];
  return `${[...own, ...(others.length === 0 ? [] : ['', ...others])].join('\n')}\n`;
}

function stanzas(nic: PlannedNic, plan: NetworkPlan): string[] {
  const { routes, rules } = routesOfNic(plan, nic);
  const last = [
    `  up ip link set dev ${nic.name} group ${managedGroup}`,
    ...routes.map((route) => `  up ip -${route.family} route replace ${routeWords(route)} proto static`),
    ...rules.flatMap((rule) => [
      `  up ip -${rule.family} rule add ${ruleWords(rule)}`,
      `  down ip -${rule.family} rule del ${ruleWords(rule)} || true`,
    ]),
  ];
  const addresses = nic.addresses.map(({ address, length }) => [
    `iface ${nic.name} ${inet(address.family)} static`,
    `  address ${address}/${length}`,
    ...(address.family === 6 ? ['  dad-attempts 0', `  accept_ra ${nic.acceptRa ? 2 : 0}`, '  autoconf 0', '  privext 0'] : []),
  ]);
  const isUsed = nic.ipv6 || nic.delegated.length > 0;
  if (addresses.length === 0)
    addresses.push([`iface ${nic.name} ${inet(nic.ipv6 ? 6 : 4)} manual`, ...(isUsed ? ['  up ip link set dev $IFACE up'] : [])]);
  return [`auto ${nic.name}`, ...addresses.flat(), ...last];
}

function inet(family: Family): string {
  return family === 4 ? 'inet' : 'inet6';
}
