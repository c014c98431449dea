export { startBroker } from './server.js';
export type { Broker, BrokerOptions, Endpoint } from './types.js';
