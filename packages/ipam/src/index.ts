export { type AllocateOptions, type Allocation, allocate, nextFree } from './allocate.js';
export { canonicalName } from './canonical-name.js';
export { entryName, networkFamilies } from './families.js';
export { type GroupNetworksOptions, parseInstanceGroupNetworks } from './group-networks.js';
export { canHold, networkZones, servesZone, subnetOf, zonesOfAddress } from './lookup.js';
export type {
  DynamicNetwork,
  DynamicSubnet,
  GroupNetwork,
  ManualNetwork,
  Network,
  NetworkDefault,
  Reservation,
  Subnet,
  VipNetwork,
  VipSubnet,
} from './network.js';
export { type NetworkSettingsInput, networkSettings } from './network-settings.js';
export { type ParseNetworksOptions, parseNetworks } from './parse-networks.js';
export { type ReserveStaticOptions, reserveStatic, type StaticReservation } from './reserve-static.js';
