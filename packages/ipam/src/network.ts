import type { JsonObject } from '@bosh6/base';
import type { IntervalSet, IpAddress, IpPrefix } from '@bosh6/ip';

export interface Subnet {
  range: IpPrefix;
  /** In the range, or link-local, or with `onLink` anywhere. */
  gateway?: IpAddress;
  /** The gateway is reached on the link although it is in no range of it. */
  onLink: boolean;
  /** Routers of the link may announce themselves; off unless the subnet says so. IPv6 only. */
  acceptRouterAdvertisements: boolean;
  /** Servers of either family; undefined when not given. */
  dns?: IpAddress[];
  /** As given, cut to the range. */
  reserved: IntervalSet;
  /** As given, cut to the range; handed out only when asked for by address. */
  static: IntervalSet;
  /** Handed out only when asked for by address: static, and what RFC 2526 reserves for anycast. */
  onRequest: IntervalSet;
  /** Never handed out: reserved, gateway, the Director's own, and what the family's rules keep. */
  restricted: IntervalSet;
  azs?: string[];
  /** Length of what one instance gets: 32 or 128, shorter for a delegated prefix. */
  prefix: number;
  cloudProperties: JsonObject;
  /** Where it stands in the cloud config. */
  pointer: string;
}

export interface DynamicSubnet {
  dns?: IpAddress[];
  azs?: string[];
  /** Says the family: 32 is IPv4, 128 IPv6. */
  prefix: 32 | 128;
  cloudProperties: JsonObject;
  pointer: string;
}

export interface VipSubnet {
  static: IntervalSet;
  azs?: string[];
  pointer: string;
}

export interface ManualNetwork {
  name: string;
  type: 'manual';
  subnets: Subnet[];
  pointer: string;
}

export interface DynamicNetwork {
  name: string;
  type: 'dynamic';
  /** One without AZs when the network itself carries the properties. */
  subnets: DynamicSubnet[];
  pointer: string;
}

export interface VipNetwork {
  name: string;
  type: 'vip';
  /** With subnets the network is global: addresses come from them, not from static_ips. */
  subnets: VipSubnet[];
  cloudProperties: JsonObject;
  pointer: string;
}

export type Network = ManualNetwork | DynamicNetwork | VipNetwork;

export type NetworkDefault = 'dns' | 'gateway' | 'addressable';

/** One network of an instance group. */
export interface GroupNetwork {
  network: Network;
  /** In the order given; of a network of both families those of either or both. */
  staticIps?: IpAddress[];
  default: NetworkDefault[];
  nicGroup?: string;
  /** Where it stands in the manifest. */
  pointer: string;
}

/** What an instance holds of a network: one address, or a delegated prefix. */
export interface Reservation {
  family: 4 | 6;
  prefix: IpPrefix;
  network: string;
  kind: 'static' | 'dynamic';
}
