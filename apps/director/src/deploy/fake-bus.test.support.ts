import type { Bus, BusAuthority, BusMessage } from '@bosh6/bus';

/** A bus within this process, only for tests: no network, no permissions, messages in order. */
export class FakeBus implements Bus, BusAuthority {
  readonly connected = true;
  readonly authorized = new Set<string>();
  readonly reconnected: string[] = [];
  readonly #listeners = new Set<{ subject: string; onMessage: (message: BusMessage) => void }>();

  publish(subject: string, body: Uint8Array | string): void {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    for (const { subject: pattern, onMessage } of [...this.#listeners]) {
      if (matches(pattern, subject)) queueMicrotask(() => onMessage({ subject, body: bytes }));
    }
  }
  subscribe(subject: string, onMessage: (message: BusMessage) => void): { subject: string; unsubscribe(): void } {
    const listener = { subject, onMessage };
    this.#listeners.add(listener);
    return { subject, unsubscribe: () => void this.#listeners.delete(listener) };
  }
  async flush(): Promise<void> {}
  onStatus(): () => void {
    return () => undefined;
  }
  onRefused(): () => void {
    return () => undefined;
  }
  async close(): Promise<void> {}
  async authorize(agentId: string): Promise<void> {
    this.authorized.add(agentId);
  }
  async revoke(agentId: string): Promise<void> {
    this.authorized.delete(agentId);
  }
  async reconnect(agentId: string): Promise<void> {
    this.reconnected.push(agentId);
  }
  async retain(agentIds: ReadonlySet<string>): Promise<void> {
    for (const agentId of this.authorized) if (!agentIds.has(agentId)) this.authorized.delete(agentId);
  }
}

function matches(pattern: string, subject: string): boolean {
  return /[>*]$/.test(pattern) ? subject.startsWith(pattern.slice(0, -1)) : pattern === subject;
}
