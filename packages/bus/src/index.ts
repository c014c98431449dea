export { fail as busErrors } from './errors.js';
export { hasPresence } from './has-presence.js';
export { connectBus } from './nats-bus.js';
export { serverAddress } from './server-address.js';
export { agentDn, agentNames, caCommonName, directorDn, healthMonitorDn, serverCommonName } from './subjects.js';
export type {
  Bus,
  BusAuthority,
  BusMessage,
  BusPresence,
  BusStatus,
  BusSubscription,
  BusTls,
  ConnectBusOptions,
  Presence,
} from './types.js';
