import { describe } from 'vitest';

/** VMware's simulator, as e2e/vcsim starts it; by URL, for a package imports nothing of e2e. */
export interface Vcsim {
  url: string;
  ca: string;
  addRule(rule: {
    method: string;
    nth?: number;
    times?: number;
    delayMs?: number;
    hold?: boolean;
    fault?: string;
    task?: boolean;
    question?: { text: string; default?: 1 };
  }): Promise<void>;
  clearRules(): Promise<void>;
  expireSessions(): Promise<void>;
  calls(): Promise<Record<string, number>>;
  last(method: string): Promise<unknown>;
  rename(object: { type: string; value: string }, name: string): Promise<void>;
  stop(): Promise<void>;
}

const e2e = (file: string): string => new URL(`../../../../e2e/dist/vcsim/${file}`, import.meta.url).href;
const { vcsimAvailable } = (await import(e2e('build-vcsim.js'))) as { vcsimAvailable(): Promise<boolean> };

/** `describe` where the simulator can be had; elsewhere a message says what it needs, and on CI that is a failure. */
export const onVcsim: (name: string, work: () => void) => void = describe.skipIf(!(await vcsimAvailable()));

export async function startVcsim(configuration: object = {}): Promise<Vcsim> {
  const { startVcsim: start } = (await import(e2e('start-vcsim.js'))) as { startVcsim(configuration: object): Promise<Vcsim> };
  return start(configuration);
}
