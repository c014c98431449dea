import { learntMetric, managedGroup } from '../marks.js';
import type { NetworkPlan, PlannedNic, PlannedRoute, PlannedRule } from '../plan.js';
import { routesOfNic } from '../routes-of-nic.js';
import { ownFile } from './files.js';

/** systemd.network(5) of each NIC that the plan manages, by file name. What stands in no NIC's subnet, rules and delegated prefixes, goes with the NIC that it belongs to. */
export function networkdUnits(plan: NetworkPlan): Map<string, string> {
  const nics = plan.nics.filter((nic) => !nic.untouched);
  return new Map(nics.map((nic) => [`10_${nic.name}.network`, unit(nic, plan)]));
}

function unit(nic: PlannedNic, plan: NetworkPlan): string {
  const { routes, rules } = routesOfNic(plan, nic);
  const sections: [string, string[]][] = [
    ['Match', [`Name=${nic.name}`]],
    ['Link', [`Group=${managedGroup}`, 'RequiredForOnline=no']],
    [
      'Network',
      [
        'DHCP=no',
        `LinkLocalAddressing=${nic.ipv6 ? 'ipv6' : 'no'}`,
        ...(nic.ipv6 ? ['IPv6LinkLocalAddressGenerationMode=eui64', 'IPv6DuplicateAddressDetection=0'] : []),
        `IPv6AcceptRA=${nic.acceptRa ? 'yes' : 'no'}`,
        'IPv6PrivacyExtensions=no',
        'ConfigureWithoutCarrier=yes',
      ],
    ],
    ...nic.addresses.map(({ address, length }): [string, string[]] => [
      'Address',
      [`Address=${address}/${length}`, ...(address.family === 6 ? ['DuplicateAddressDetection=none'] : [])],
    ]),
    ...routes.map((route): [string, string[]] => ['Route', routeLines(route)]),
    ...rules.map((rule): [string, string[]] => ['RoutingPolicyRule', ruleLines(rule)]),
    ...(nic.acceptRa ? [advertisements] : []),
  ];
  return `${ownFile}\n${sections.map(([name, lines]) => `[${name}]\n${lines.join('\n')}\n`).join('\n')}`;
}

/** The default route and nothing else. UseRedirect is of systemd 256; older ones leave redirects to the kernel. */
const advertisements: [string, string[]] = [
  'IPv6AcceptRA',
  [
    'UseAutonomousPrefix=no',
    'UseOnLinkPrefix=no',
    'UseRoutePrefix=no',
    'UseDNS=no',
    'UseDomains=no',
    'UseRedirect=no',
    'DHCPv6Client=no',
    `RouteMetric=${learntMetric}`,
  ],
];

function routeLines({ destination, via, onLink, table, local }: PlannedRoute): string[] {
  return [
    `Destination=${destination}`,
    ...(via === undefined ? [] : [`Gateway=${via}`, ...(onLink ? ['GatewayOnLink=yes'] : [])]),
    ...(local ? ['Type=local'] : []),
    `Table=${table}`,
  ];
}

function ruleLines({ family, priority, from, to, table, suppressPrefixLength, suppressGroup }: PlannedRule): string[] {
  return [
    `Family=ipv${family}`,
    `Priority=${priority}`,
    ...(from === undefined ? [] : [`From=${from}`]),
    ...(to === undefined ? [] : [`To=${to}`]),
    `Table=${table}`,
    ...(suppressPrefixLength === undefined ? [] : [`SuppressPrefixLength=${suppressPrefixLength}`]),
    ...(suppressGroup === undefined ? [] : [`SuppressInterfaceGroup=${suppressGroup}`]),
  ];
}
