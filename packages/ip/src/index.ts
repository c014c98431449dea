export {
  broadcast,
  isDocumentation,
  isIpv4Mapped,
  isLinkLocal,
  isLoopback,
  isMulticast,
  isPrivate,
  isUnspecified,
  solicitedNode,
  subnetRouterAnycast,
} from './classify.js';
export { type Endpoint, formatEndpoint, parseEndpoint } from './endpoint.js';
export { eui64Address, macOfEui64 } from './eui64.js';
export { IntervalSet, type IntervalSetBuilder } from './interval-set.js';
export { type Family, familyBits, IpAddress } from './ip-address.js';
export { IpPrefix } from './ip-prefix.js';
export { IpRange } from './ip-range.js';
export { fromIpaddrJs, rangeName, toIpaddrJs } from './ipaddr-js.js';
export { rangePrefixes } from './range-prefixes.js';
