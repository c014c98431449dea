import { CodedError, Secret, type World } from '@bosh6/base';
import type { Bus, BusTls, ConnectBusOptions } from '@bosh6/bus';
import type { BootstrapErrorFile } from '../bootstrap/bootstrap-error-file.js';
import { fail } from '../errors.js';
import { type Log, reason } from '../log.js';
import type { MbusConnection } from '../settings/settings-service.js';

export type Connect = (options: ConnectBusOptions) => Promise<Bus>;

export interface BusLinkNeeds {
  world: World;
  log: Log;
  errors: BootstrapErrorFile;
  connect: Connect;
}

/** The agent's connection: tried until it is there, moved to other servers or another certificate without missing a message. */
export class BusLink {
  readonly #needs: BusLinkNeeds;
  readonly #subject: string;
  readonly #onMessage: (body: Uint8Array) => void;
  readonly #onConnected: () => void;
  #bus: Bus | undefined;

  constructor(needs: BusLinkNeeds, subject: string, onMessage: (body: Uint8Array) => void, onConnected: () => void) {
    this.#needs = needs;
    this.#subject = subject;
    this.#onMessage = onMessage;
    this.#onConnected = onConnected;
  }

  /** Tries until it succeeds; why it does not yet is in bootstrap-error.json meanwhile. */
  async open(connection: MbusConnection, signal: AbortSignal): Promise<void> {
    for (let pause = 50; ; pause = Math.min(pause * 2, 2000)) {
      try {
        await this.#take(await this.#dial(connection));
        await this.#needs.errors.clear();
        return;
      } catch (error) {
        if (signal.aborted) throw error;
        this.#needs.log.warn('the bus cannot be reached', { reason: reason(error) });
        await this.#needs.errors.write(error);
        if (CodedError.is(error, 'InvalidSettings')) throw error;
        await this.#needs.world.sleep(pause, signal);
      }
    }
  }

  /** Connects anew, then leaves the old connection; when it fails the old one stays. Throws the bus's own errors. */
  async move(connection: MbusConnection): Promise<void> {
    const before = this.#bus;
    await this.#take(await this.#dial(connection));
    await before?.close();
  }

  publish(subject: string, body: Uint8Array): void {
    this.#bus?.publish(subject, body);
  }

  /** Waits until the server has what was published. */
  async flush(): Promise<void> {
    await this.#bus?.flush();
  }

  async close(): Promise<void> {
    await this.#bus?.close();
  }

  async #take(bus: Bus): Promise<void> {
    bus.subscribe(this.#subject, (message) => this.#onMessage(message.body));
    bus.onStatus((status) => {
      if (status === 'connected' && bus === this.#bus) this.#onConnected();
    });
    await bus.flush();
    this.#bus = bus;
    this.#onConnected();
  }

  #dial({ urls, cert }: MbusConnection): Promise<Bus> {
    if (urls.length === 0) throw fail('InvalidSettings', 'the settings name no bus: neither mbus nor env.bosh.mbus.urls');
    const tls: BusTls | undefined =
      cert === undefined ? undefined : { ca: cert.ca ?? '', certificate: cert.certificate, privateKey: new Secret(cert.private_key) };
    return this.#needs.connect({ servers: urls, name: this.#subject, failFast: true, ...(tls === undefined ? {} : { tls }) });
  }
}
