import type { TLSSocket } from 'node:tls';
import { CodedError, type Timer, type World } from '@bosh6/base';
import { mayPublish, maySubscribe, type User } from '../permissions.js';
import type { ConnectOptions, Operation, Publication } from './operation.js';
import { ProtocolParser } from './protocol-parser.js';
import type { Router, Subscription } from './router.js';
import { isLiteralSubject, isSubject } from './subject.js';

const newline = Buffer.from('\r\n');
// A client that reads this much too slowly is dropped, so that it cannot fill this process.
const maxUnsent = 64 * 1024 * 1024;
const connectTimeoutMs = 30_000;

export interface ConnectionContext {
  readonly router: Router;
  readonly world: World;
  readonly maxPayload: number;
  readonly pingMax: number;
  /** Looked up when the client introduces itself, not earlier: it may have been authorized meanwhile. */
  readonly findUser: (dn: string) => User | undefined;
  /** The number of the agent's subscriptions to its own subject changed by one. */
  readonly onAgentSubject: (agentId: string, change: 1 | -1) => void;
  /** The client has said who it is, and may come in. */
  readonly onIntroduced: (connection: Connection) => void;
  readonly onClosed: (connection: Connection) => void;
}

/** One client behind its TLS socket. */
export class Connection {
  readonly dn: string;
  readonly #socket: TLSSocket;
  readonly #context: ConnectionContext;
  readonly #parser: ProtocolParser;
  readonly #subscriptions = new Map<string, Subscription>();
  #options: ConnectOptions | undefined;
  #user: User | undefined;
  readonly #timer: Timer;
  #unanswered = 0;
  /** It said something since the last look whether it lives. */
  #heard = false;
  #unsent: Buffer[] = [];
  #closed = false;

  constructor(socket: TLSSocket, dn: string, context: ConnectionContext) {
    this.dn = dn;
    this.#socket = socket;
    this.#context = context;
    this.#parser = new ProtocolParser(context.maxPayload, (operation) => this.#handle(operation));
    this.#timer = context.world.after(connectTimeoutMs, () => this.refuse('Authentication Timeout'));
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('error', () => {}); // 'close' follows
    socket.on('close', () => this.#end());
  }

  get echo(): boolean {
    return this.#options?.echo ?? true;
  }

  get agentId(): string | undefined {
    return this.#user?.agentId;
  }

  deliver(subscription: Subscription, { subject, reply, headers, body }: Publication): void {
    subscription.delivered++;
    const to = reply === undefined ? `${subject} ${subscription.sid}` : `${subject} ${subscription.sid} ${reply}`;
    if (headers !== undefined && this.#options?.headers) {
      this.#send(Buffer.from(`HMSG ${to} ${headers.length} ${headers.length + body.length}\r\n`), headers, body, newline);
    } else {
      this.#send(Buffer.from(`MSG ${to} ${body.length}\r\n`), body, newline);
    }
    if (subscription.max !== undefined && subscription.delivered >= subscription.max) this.#unsubscribe(subscription);
  }

  /** Tells the client why and ends the connection. */
  refuse(reason: string): void {
    if (this.#closed) return;
    this.#send(Buffer.from(`-ERR '${reason}'\r\n`));
    this.#flush();
    this.#end();
    this.#socket.destroySoon();
  }

  destroy(): void {
    this.#end();
    this.#socket.destroy();
  }

  /** Asks whether the client lives, and drops one that does not answer; called at every interval. Who beats often need not be asked. */
  keepAlive(): void {
    if (this.#user === undefined) return;
    if (this.#heard) {
      this.#heard = false;
      this.#unanswered = 0;
      return;
    }
    if (this.#unanswered >= this.#context.pingMax) {
      this.refuse('Stale Connection');
      return;
    }
    this.#unanswered++;
    this.#send(Buffer.from('PING\r\n'));
  }

  #receive(chunk: Buffer): void {
    if (this.#closed) return;
    this.#heard = true;
    try {
      this.#parser.feed(chunk);
    } catch (error) {
      if (!CodedError.is(error, 'BusProtocolViolation')) throw error;
      this.refuse(error.message);
    }
  }

  #handle(operation: Operation): void {
    if (this.#closed) return;
    if (operation.kind === 'connect') {
      this.#connect(operation.options);
      return;
    }
    const user = this.#user;
    if (user === undefined) {
      this.refuse('Authorization Violation');
      return;
    }
    switch (operation.kind) {
      case 'ping':
        this.#send(Buffer.from('PONG\r\n'));
        return;
      case 'pong':
        return;
      case 'pub':
        this.#publish(user, operation);
        return;
      case 'sub':
        this.#subscribe(user, operation);
        return;
      case 'unsub':
        this.#cancel(operation.sid, operation.max);
        return;
    }
  }

  #connect(options: ConnectOptions): void {
    const user = this.#context.findUser(this.dn);
    if (user === undefined) {
      this.refuse('Authorization Violation');
      return;
    }
    this.#timer.cancel();
    this.#user = user;
    this.#options = options;
    this.#context.onIntroduced(this);
    this.#acknowledge();
  }

  #publish(user: User, publication: Publication): void {
    const { subject, reply } = publication;
    if (!isLiteralSubject(subject)) {
      this.#complain('Invalid Publish Subject');
      return;
    }
    if (!mayPublish(user, subject)) {
      this.#complain(`Permissions Violation for Publish to "${subject}"`);
      return;
    }
    this.#acknowledge();
    const reached = this.#context.router.route(this, publication);
    if (reached === 0 && reply !== undefined && this.#options?.noResponders) this.#context.router.noResponders(this, reply);
  }

  #subscribe(user: User, { subject, queue, sid }: Extract<Operation, { kind: 'sub' }>): void {
    if (!isSubject(subject) || sid === '') {
      this.#complain('Invalid Subject');
      return;
    }
    if (!maySubscribe(user, subject)) {
      const using = queue === undefined ? '' : ` using queue "${queue}"`;
      this.#complain(`Permissions Violation for Subscription to "${subject}"${using}`);
      return;
    }
    this.#acknowledge();
    if (this.#subscriptions.has(sid)) return;
    const subscription: Subscription = { connection: this, subject, queue, sid, delivered: 0, max: undefined };
    this.#subscriptions.set(sid, subscription);
    this.#context.router.add(subscription);
    if (user.agentId !== undefined) this.#context.onAgentSubject(user.agentId, 1);
  }

  #cancel(sid: string, max: number | undefined): void {
    this.#acknowledge();
    const subscription = this.#subscriptions.get(sid);
    if (subscription === undefined) return;
    if (max !== undefined && max > subscription.delivered) subscription.max = max;
    else this.#unsubscribe(subscription);
  }

  #unsubscribe(subscription: Subscription): void {
    if (!this.#subscriptions.delete(subscription.sid)) return;
    this.#context.router.remove(subscription);
    // The only subject that an agent may hear is its own.
    if (this.agentId !== undefined) this.#context.onAgentSubject(this.agentId, -1);
  }

  #acknowledge(): void {
    if (this.#options?.verbose) this.#send(Buffer.from('+OK\r\n'));
  }

  #complain(reason: string): void {
    this.#send(Buffer.from(`-ERR '${reason}'\r\n`));
  }

  // What one tick produces goes out in one write: that is where the rate comes from.
  #send(...parts: Buffer[]): void {
    if (this.#closed) return;
    if (this.#unsent.length === 0) queueMicrotask(() => this.#flush());
    this.#unsent.push(...parts);
  }

  #flush(): void {
    if (this.#unsent.length === 0) return;
    const bytes = this.#unsent.length === 1 ? this.#unsent[0] : Buffer.concat(this.#unsent);
    this.#unsent = [];
    if (bytes === undefined || this.#socket.destroyed) return;
    this.#socket.write(bytes);
    if (this.#socket.writableLength > maxUnsent) this.destroy();
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#timer.cancel();
    for (const subscription of [...this.#subscriptions.values()]) this.#unsubscribe(subscription);
    this.#context.onClosed(this);
  }
}
