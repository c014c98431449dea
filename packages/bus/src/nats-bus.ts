import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import { connect, errors, type NatsConnection, type NodeConnectionOptions } from '@nats-io/transport-node';
import { deliver } from './deliver.js';
import { fail } from './errors.js';
import { serverAddress } from './server-address.js';
import type { Bus, BusMessage, BusStatus, BusSubscription, ConnectBusOptions } from './types.js';

/**
 * Connects to a NATS server, and again whenever the connection is lost, for ever.
 * Throws MalformedServer, and with `failFast` BusUnreachable or BusRefused.
 */
export async function connectBus(options: ConnectBusOptions): Promise<Bus> {
  const connecting = connect(natsOptions(options));
  try {
    return new NatsBus(await abortable(connecting, options.signal));
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw refusal(cause, options);
  }
}

type Refusal = { message: string; subject?: string; operation?: string };

class NatsBus implements Bus {
  #connection: NatsConnection;
  #connected = true;
  #onStatus = new Set<(status: BusStatus) => void>();
  #onRefused = new Set<(refusal: Refusal) => void>();

  constructor(connection: NatsConnection) {
    this.#connection = connection;
    void this.#follow();
  }

  get connected(): boolean {
    return this.#connected;
  }

  publish(subject: string, body: Uint8Array | string): void {
    try {
      this.#connection.publish(subject, body);
    } catch (cause) {
      throw translate(cause, subject);
    }
  }

  subscribe(subject: string, onMessage: (message: BusMessage) => void, options: { queue?: string } = {}): BusSubscription {
    try {
      const subscription = this.#connection.subscribe(subject, {
        ...options,
        callback: (error, message) => {
          if (error !== null) return;
          const { subject: to, reply, data } = message;
          deliver(onMessage, reply ? { subject: to, replyTo: reply, body: data.slice() } : { subject: to, body: data.slice() });
        },
      });
      return { subject, unsubscribe: () => subscription.unsubscribe() };
    } catch (cause) {
      throw translate(cause, subject);
    }
  }

  async flush(): Promise<void> {
    try {
      await this.#connection.flush();
    } catch (cause) {
      throw translate(cause, 'flush');
    }
  }

  onStatus(listener: (status: BusStatus) => void): () => void {
    this.#onStatus.add(listener);
    return () => void this.#onStatus.delete(listener);
  }

  onRefused(listener: (refusal: Refusal) => void): () => void {
    this.#onRefused.add(listener);
    return () => void this.#onRefused.delete(listener);
  }

  async close(): Promise<void> {
    if (this.#connection.isClosed()) return;
    // A drain waits for the server; without one there is nothing to wait for.
    if (this.#connected) await this.#connection.drain().catch(() => this.#connection.close());
    else await this.#connection.close();
  }

  async #follow(): Promise<void> {
    for await (const event of this.#connection.status()) {
      if (event.type === 'disconnect') this.#change('disconnected', false);
      else if (event.type === 'reconnect') this.#change('connected', true);
      else if (event.type === 'error') this.#refuse(event.error);
    }
    this.#change('closed', false);
  }

  #change(status: BusStatus, connected: boolean): void {
    this.#connected = connected;
    for (const listener of this.#onStatus) listener(status);
  }

  #refuse(error: Error): void {
    const refused: Refusal =
      error instanceof errors.PermissionViolationError
        ? { message: error.message, subject: error.subject, operation: error.operation }
        : { message: error.message };
    for (const listener of this.#onRefused) listener(refused);
  }
}

function natsOptions({ servers, tls, name, failFast = false }: ConnectBusOptions): NodeConnectionOptions {
  return {
    servers: servers.map((server) => serverAddress(server)),
    name,
    noRandomize: true,
    ignoreClusterUpdates: true,
    resolve: false,
    maxReconnectAttempts: -1,
    waitOnFirstConnect: !failFast,
    // A party that is not authorized yet will be: the client would give up after two refusals.
    ignoreAuthErrorAbort: true,
    ...backOff(),
    timeout: 5000,
    // A lost peer shows in three minutes at the latest, as agents that beat hear of it from TCP earlier; each ping of a thousand clients wakes the broker.
    pingInterval: 60_000,
    ...(tls === undefined ? {} : { tls: { ca: tls.ca, cert: tls.certificate, key: tls.privateKey.reveal(), ...identityOf(servers) } }),
  };
}

/** The client's library starts TLS on a socket of its own and so has Node compare the certificate with 'localhost' when an address was dialled. */
function identityOf(servers: readonly string[]): object {
  const hosts = servers.map((server) =>
    serverAddress(server)
      .replace(/:\d+$/, '')
      .replace(/^\[|\]$/g, ''),
  );
  return {
    checkServerIdentity: (_host: string, certificate: PeerCertificate) => {
      const refusals = hosts.map((host) => checkServerIdentity(host, certificate));
      return refusals.includes(undefined) ? undefined : refusals[0];
    },
  };
}

/** Before a dial: 50 ms doubling to 2 s, each with up to a quarter less; starts over after ten quiet seconds. */
function backOff(): Pick<NodeConnectionOptions, 'reconnectDelayHandler' | 'reconnectToServer'> {
  let delay = 50;
  let lastDial = Number.NEGATIVE_INFINITY;
  return {
    // Asked for many times between two dials, so it changes nothing.
    reconnectDelayHandler: () => delay,
    // Called once for each dial; null leaves the choice of the server to the client.
    reconnectToServer: () => {
      const now = performance.now();
      const base = now - lastDial > 10_000 ? 50 : Math.min(delay * 2, 2000);
      delay = base - (base / 4) * Math.random();
      lastDial = now;
      return null;
    },
  };
}

async function abortable(connecting: Promise<NatsConnection>, signal: AbortSignal | undefined): Promise<NatsConnection> {
  if (signal === undefined) return connecting;
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([connecting, aborted.promise]);
  } catch (error) {
    // The client cannot be told to stop trying; when it succeeds after all it is closed.
    void connecting.then((connection) => connection.close()).catch(() => {});
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function refusal(cause: unknown, { servers, name }: ConnectBusOptions): unknown {
  const known = translate(cause, name);
  if (known !== cause) return known;
  const code = cause instanceof errors.AuthorizationError ? 'BusRefused' : 'BusUnreachable';
  const why = cause instanceof Error ? cause.message : String(cause);
  return fail(code, `${name} cannot use the bus at ${servers.join(', ')}: ${why}`, { cause });
}

function translate(cause: unknown, subject: string): unknown {
  if (cause instanceof errors.ClosedConnectionError || cause instanceof errors.DrainingConnectionError) {
    return fail('BusClosed', `the bus is closed (${subject})`, { cause });
  }
  if (cause instanceof errors.InvalidSubjectError) return fail('MalformedSubject', `'${subject}' is no subject`, { cause });
  if (cause instanceof errors.InvalidArgumentError) return fail('BusPayloadTooLarge', `a message for '${subject}' is too large`, { cause });
  return cause;
}
