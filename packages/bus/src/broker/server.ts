import { fail } from '../errors.js';
import type { Broker, BrokerOptions } from './types.js';

/** Starts a broker. Throws BrokerListenFailed. */
export async function startBroker(options: BrokerOptions): Promise<Broker> {
  throw fail('BrokerListenFailed', `cannot listen on ${options.listen.length} addresses`);
}
