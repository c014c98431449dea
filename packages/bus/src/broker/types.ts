import type { World } from '@bosh6/base';
import type { Bus, BusAuthority, BusPresence, BusTls } from '../types.js';

export interface Endpoint {
  readonly host: string;
  /** 0 takes a free one; `Broker.endpoints` tells which. */
  readonly port: number;
}

export interface BrokerOptions {
  readonly listen: readonly Endpoint[];
  /** `certificate` must carry CN `default.nats.bosh-internal` and the addresses that clients dial; `ca` signs the clients. */
  readonly tls: BusTls;
  /** Names of the two parties that are always let in; BOSH's own unless said. */
  readonly users?: { readonly director?: string; readonly hm?: string };
  /** Bytes; 1 MiB unless said. */
  readonly maxPayload?: number;
  /** Keep-alive: 5 000 ms, and 2 answers may be missing, unless said (as bosh-agent). */
  readonly pingIntervalMs?: number;
  readonly pingMax?: number;
  readonly world?: World;
}

/** A NATS server in this process, for one machine. It is a bus itself: whoever has it says and hears everything without a connection; `close` ends it for all. */
export interface Broker extends BusAuthority, BusPresence, Bus {
  readonly endpoints: readonly Endpoint[];
  readonly connections: number;
}
