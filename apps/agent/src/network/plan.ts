import { type Family, type IpAddress, IpPrefix } from '@bosh6/ip';

export interface PlannedAddress {
  address: IpAddress;
  /** Prefix length of the network that it is in. */
  length: number;
  network: string;
  gateway?: IpAddress;
}

export interface PlannedRoute {
  family: Family;
  destination: IpPrefix;
  /** Undefined: on the link. */
  via?: IpAddress;
  nic: string;
  /** The gateway is on the link though no subnet of the NIC says so. */
  onLink: boolean;
  table: number;
  /** Every address of the destination is the machine's. */
  local?: boolean;
}

export interface PlannedRule {
  family: Family;
  priority: number;
  from?: IpPrefix;
  to?: IpPrefix;
  table: number;
  /** The table's routes of this length or shorter do not count. */
  suppressPrefixLength?: number;
  /** The table's routes by interfaces of this group do not count. */
  suppressGroup?: number;
}

export interface DelegatedPrefix {
  prefix: IpPrefix;
  gateway?: IpAddress;
}

export interface PlannedNic {
  name: string;
  mac: string;
  addresses: PlannedAddress[];
  /** The machine answers for every address of them. */
  delegated: DelegatedPrefix[];
  /** It carries IPv6, even if only link-local. */
  ipv6: boolean;
  /** Its IPv6 default route comes from router advertisements. */
  acceptRa: boolean;
  /** Its addresses and routes are left as they are: its network is preconfigured, or dynamic. */
  untouched: boolean;
}

export interface NetworkPlan {
  nics: PlannedNic[];
  routes: PlannedRoute[];
  rules: PlannedRule[];
}

/** The prefix of all addresses. */
export function everywhere(family: Family): IpPrefix {
  return IpPrefix.parse(family === 4 ? '0.0.0.0/0' : '::/0');
}

/** The subnet of an address. */
export function subnet({ address, length }: Pick<PlannedAddress, 'address' | 'length'>): IpPrefix {
  return IpPrefix.of(address, length);
}
