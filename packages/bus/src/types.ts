import type { Secret } from '@bosh6/base';

/** PEM texts for mutual TLS. */
export interface BusTls {
  readonly ca: string;
  readonly certificate: string;
  readonly privateKey: Secret;
}

export interface BusMessage {
  readonly subject: string;
  /** NATS reply subject; BOSH's own `reply_to` travels in the body instead. */
  readonly replyTo?: string;
  /** The bytes as they came; a copy that the receiver may keep. */
  readonly body: Uint8Array;
}

export interface BusSubscription {
  readonly subject: string;
  unsubscribe(): void;
}

export type BusStatus = 'connected' | 'disconnected' | 'closed';

/** Publish and subscribe by subject: the NATS wire, as bosh-agent. */
export interface Bus {
  readonly connected: boolean;
  /** Queues when the connection is lost, and sends when it is back. Throws BusClosed after `close`, BusPayloadTooLarge beyond the server's limit. */
  publish(subject: string, body: Uint8Array | string): void;
  /** `*` stands for one token, `>` for the rest. With `queue`, one member of the queue gets a message. */
  subscribe(subject: string, onMessage: (message: BusMessage) => void, options?: { queue?: string }): BusSubscription;
  /** Resolves when the server has seen everything sent so far: subscriptions made before it are live. */
  flush(): Promise<void>;
  /** Called at every change; gives back how to stop. */
  onStatus(listener: (status: BusStatus) => void): () => void;
  /** Called when the server refuses something, for example a subject that the permissions do not cover. */
  onRefused(listener: (refusal: { message: string; subject?: string; operation?: string }) => void): () => void;
  /** Sends what is queued, then closes. */
  close(): Promise<void>;
}

export interface ConnectBusOptions {
  /** `nats://host:4222`, `tls://[fd00::1]:4222`, `host`, `[::1]:4222`, `::1`; tried in turn. */
  readonly servers: readonly string[];
  readonly tls?: BusTls;
  /** How this client calls itself in the server's log. */
  readonly name: string;
  /** Ends the waiting for the first connection; it is tried for ever otherwise. */
  readonly signal?: AbortSignal;
  /** Fail when the first try on every server fails, instead of trying for ever. */
  readonly failFast?: boolean;
}

/** Who may use the bus: verify-and-map by the certificate's subject. Permissions as bosh deploys them. */
export interface BusAuthority {
  /** Lets an agent in; resolves once a connection made afterwards is accepted. `bootstrap: false` takes only the permanent certificate's name. Repeatable. */
  authorize(agentId: string, options?: { bootstrap?: boolean }): Promise<void>;
  /** Shuts an agent out and ends its connections. Repeatable. */
  revoke(agentId: string): Promise<void>;
  /** Ends the agent's connections, and lets it in anew. There where a server may lose what a connection listens to. */
  reconnect?(agentId: string): Promise<void>;
  /** Shuts all others out. There where agents stay let in for longer than this process lives. */
  retain?(agentIds: ReadonlySet<string>): Promise<void>;
}

/** An agent came (it listens on `agent.<id>` now) or went. */
export interface Presence {
  readonly agentId: string;
  readonly present: boolean;
}

/** What a broker in this process can tell, and a remote one cannot. */
export interface BusPresence {
  isPresent(agentId: string): boolean;
  /** Called at every change; gives back how to stop. */
  onPresence(listener: (presence: Presence) => void): () => void;
}
