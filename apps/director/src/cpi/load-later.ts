import type { OwnedCpi } from './make-cpi.js';

type Method = (...args: unknown[]) => Promise<unknown>;

/** A Cpi whose code is loaded at its first call: most Directors never call it, and none needs it to start. */
export function loadLater(load: () => Promise<OwnedCpi>): OwnedCpi {
  let loaded: Promise<OwnedCpi> | undefined;
  const call =
    (name: string): Method =>
    async (...args) => {
      loaded ??= load();
      const cpi = (await loaded) as unknown as Record<string, Method>;
      return cpi[name]?.(...args);
    };
  const close = async (): Promise<void> => (await loaded)?.close?.();
  return new Proxy({ close } as unknown as OwnedCpi, {
    // `then` would make it a promise to whoever awaits it
    get: (_own, name) => (name === 'close' ? close : name === 'then' ? undefined : call(String(name))),
  });
}
