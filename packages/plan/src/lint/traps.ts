import { defineErrors } from '@bosh6/base';

const user = { fault: 'user' } as const;

/** What BOSH accepts and nobody means: warnings of `lint`. */
export const trap = defineErrors({
  SectionElsewhere: { ...user, hint: 'give the other cloud configs as well' },
  HostBits: { ...user },
  EntryCut: { ...user, hint: 'list only addresses of the range' },
  StaticHoldsReserved: { ...user, hint: 'leave them out, or do not reserve them' },
  StaticNotBase: { ...user, hint: 'list the first address of each block' },
  PrefixIsWholeRange: { ...user, hint: "'prefix' is the length of what each instance gets; leave it out to give single addresses" },
  FamilyNotInEveryZone: { ...user, hint: 'give each AZ a subnet of each family, or put the families into networks of their own' },
  NoDefaultRoute: { ...user },
  DnsOfOtherFamily: { ...user, hint: 'list a name server of a family that the instances have' },
  NicGroupName: { ...user, hint: 'use whole numbers' },
  PrefixesOnly: { ...user, hint: 'add a network with addresses, on the same NIC by nic_group' },
});
