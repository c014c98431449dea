import type { Promises } from './coverage.js';

const gotchas = 'e2e/gotchas' as const;
const network = 'apps/agent/src/network' as const;

/** What the guides promise of addresses and of vSphere. The post's gotchas have a page of their own. */
export const addressing = {
  'docs/guides/ipv6.md': {
    'one command starts it': [`${gotchas}/examples.test.ts`],
    'Any form of RFC 4291 is read': [
      `${gotchas}/spellings.test.ts > deploys from every form`,
      'packages/ip/src/address.prop.test.ts > print and parse back, in every spelling',
    ],
    'Two forms of one address are one address': [`${gotchas}/spellings.test.ts > finds the same address twice`],
    'none is ever counted out': [`${gotchas}/ranges.test.ts > reserves half of a /64`],
    'What is left, exactly': [`${gotchas}/ranges.test.ts > tells what is left, exactly`],
    'An instance on it gets an address of each, on one NIC': [
      `${gotchas}/dual-stack.test.ts > is one network with a subnet of each family`,
    ],
    'A family that appears must have one for each instance; one that does not is allocated': [
      `${gotchas}/dual-stack.test.ts > mixes one family static`,
    ],
    'two networks with the same `nic_group`, works as well': [
      `${gotchas}/dual-stack.test.ts > two networks in one nic_group, static`,
      `${gotchas}/dual-stack.test.ts > two networks in one nic_group, dynamic`,
    ],
    '`default: [gateway]` may stand once per family': [`${gotchas}/default-routes.test.ts > reaches out over both`],
    'is refused before anything is made, with the route that is missing': [
      `${gotchas}/default-routes.test.ts > refuses a VM without a route`,
    ],
    '`gateway: fe80::1`': [`${gotchas}/gateways.test.ts > may be link-local`],
    '`gateway:` with `on_link: true`': [`${gotchas}/gateways.test.ts > may lie outside the range`],
    '`range:` of /31 or /127': [`${gotchas}/gateways.test.ts > leaves the other address`],
    'only the subnet-router anycast address is never given': [`${gotchas}/gateways.test.ts > may be the subnet-router anycast address`],
    'every address of it answers': [`${gotchas}/delegated-prefix.test.ts > answers for every address of it`],
    'Another length gives the VMs other prefixes': [`${gotchas}/delegated-prefix.test.ts > is resized`],
    'Off on every NIC that has a manual network': [`${gotchas}/router-advertisements.test.ts > captures who lets them pass`],
    'redirects are off on every NIC': [`${gotchas}/redirects-and-spoofing.test.ts > a redirect captures the stock settings`],
    'it is pinned while it answers': [`${gotchas}/redirects-and-spoofing.test.ts > who answers every solicitation`],
    'An address that nobody assigned is drift': [`${gotchas}/router-advertisements.test.ts > shows as drift`],
    'the agent puts it back within half a minute': [`${gotchas}/dual-stack.test.ts > shows an address and a route that are lost`],
    'A subnet may take its default route from the routers on the link': [
      `${gotchas}/router-advertisements.test.ts > are taken where a subnet opts in`,
    ],
    'An answer leaves by the NIC that has the address that was asked': [`${gotchas}/two-homes.test.ts > answers on the far NIC only`],
    'A VIP may be of either family': [`${gotchas}/vip-and-dynamic.test.ts > a vip may be IPv6`],
    'which family the infrastructure gives, and may have one of each': [`${gotchas}/vip-and-dynamic.test.ts > an address of each family`],
    'the address of that family, or nil': [`${gotchas}/dual-stack.test.ts > tells templates both addresses`],
    'the same for each instance of a link': [`${gotchas}/dual-stack.test.ts > tells links both addresses`],
    'A job that listens on one family only, on an instance with both, is reported': [
      `${gotchas}/listeners.test.ts > are reported with the line of advice`,
    ],
    'The agent asks the link before it takes an address': [
      `${gotchas}/duplicates.test.ts`,
      `${network}/neighbours.test.ts > is refused with that machine's MAC`,
    ],
    'the neighbours are told at once': [`${gotchas}/duplicates.test.ts > neighbours learn of a moved address`],
  },
  'docs/ipv6-gotchas.md': {
    'with the test that shows it in a real kernel': [
      `${gotchas}/kernel.test.ts`,
      `${gotchas}/listeners.test.ts`,
      `${gotchas}/two-homes.test.ts`,
    ],
  },
  'docs/guides/vsphere.md': {
    'a web server with an IPv4 and an IPv6 address on VMs of your own': ['e2e/vsphere/guide.test.ts'],
    'A role for the Director': ['e2e/vsphere/guide.test.ts > names privileges once'],
    '`host` is a name or an address of either family': ['e2e/vsphere/login.test.ts > works by the literal address'],
    'One that this CPI lacks is refused by name': ['packages/cpi-vsphere/src/properties/properties.test.ts > are refused for'],
    'The first deploy copies the stemcell once to each datastore': [
      'packages/cpi-vsphere/src/vm/create-vm.test.ts > with a copy of the stemcell there',
    ],
    'addresses are in use': ['packages/cpi-vsphere/src/networks/same-address.test.ts'],
    "answer the VM's question in vCenter": ['packages/cpi-vsphere/src/vm/answer-question.test.ts > that vSphere suggests no answer'],
    'Errors say what, where and how to mend it': [
      'e2e/vsphere/guide.test.ts > quotes errors as they are',
      'e2e/scenarios/vsphere-faults.test.ts',
    ],
    'has two NICs with MACs from 00:50:56:00:00:00 to 00:50:56:3f:ff:ff': ['packages/cpi-vsphere/src/networks/plan-nics.test.ts'],
  },
} as const satisfies Readonly<Record<string, Promises>>;
