import { Agent, type AgentOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { type ConnectionOptions, connect } from 'node:tls';

/** Opens a connection to a host by way of a proxy. */
export type Tunnel = (host: string, port: number) => Promise<Duplex>;

type Opened = (error: Error | null, socket: Duplex) => void;

/** HTTPS over what a tunnel gives, kept and shared as Node's own agent does. */
export class TunnelAgent extends Agent {
  readonly #open: Tunnel;

  constructor(open: Tunnel, options: AgentOptions) {
    super(options);
    this.#open = open;
  }

  override createConnection(options: ConnectionOptions, opened?: Opened): undefined {
    this.#open(String(options.host), Number(options.port)).then(
      (socket) => opened?.(null, connect({ ...options, socket })),
      (error: Error) => opened?.(error, undefined as never),
    );
  }
}
