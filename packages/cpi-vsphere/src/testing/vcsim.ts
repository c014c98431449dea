/** VMware's simulator, as e2e/vcsim starts it; by URL, for a package imports nothing of e2e. */
export interface Vcsim {
  url: string;
  ca: string;
  addRule(rule: { method: string; nth?: number; times?: number; delayMs?: number; fault?: string; task?: boolean }): Promise<void>;
  clearRules(): Promise<void>;
  expireSessions(): Promise<void>;
  calls(): Promise<Record<string, number>>;
  stop(): Promise<void>;
}

export async function startVcsim(configuration: object = {}): Promise<Vcsim> {
  const starter = new URL('../../../../e2e/dist/vcsim/start-vcsim.js', import.meta.url).href;
  const { startVcsim: start } = (await import(starter)) as { startVcsim(configuration: object): Promise<Vcsim> };
  return start(configuration);
}
