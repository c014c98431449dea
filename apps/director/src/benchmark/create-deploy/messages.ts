import type { AskedOf } from './simulated-agents.js';

/** From a measured process to the one that measures it. */
export type Told = { kind: 'ready'; port: number } | { kind: 'create'; vm: NewAgent } | { kind: 'done' } | ({ kind: 'measured' } & Cost);

/** To a measured process: forget what was, tell what it has cost since, or (the peer alone) work. */
export type Asked = { kind: 'forget' } | { kind: 'measure' } | ({ kind: 'work' } & BareWork);

/** A VM that is to be simulated: what its agent finds the bus with. */
export interface NewAgent {
  readonly agentId: string;
  readonly servers: string[];
  readonly cert: { readonly ca: string; readonly certificate: string; readonly private_key: string };
}

/** What the peer is to repeat: the calls of each agent, and how often to commit. */
export interface BareWork {
  readonly asked: readonly (readonly AskedOf[])[];
  readonly commits: number;
}

/** What a stretch of work cost the process. */
export interface Cost {
  readonly cpuMs: number;
  /** The longest that its event loop was kept from its timers by itself. */
  readonly blockMs: number;
  /** The most resident memory that it has had. */
  readonly peakMegabytes: number;
  /** Transactions that it committed. */
  readonly commits: number;
}
