import { type ConnectOptions, connect, type Ref, type Vim } from '@bosh6/vim25';
import type { Configuration } from '../vcsim/configuration.js';
import { startVcsim, type Vcsim } from '../vcsim/start-vcsim.js';

/** A simulated vCenter, and connections to it that end with it. */
export interface VsphereLab {
  readonly vcsim: Vcsim;
  readonly vim: Vim;
  connect(options?: Partial<ConnectOptions>): Promise<Vim>;
  find<T extends string>(path: string, type: T): Promise<Ref<T>>;
  stop(): Promise<void>;
}

/** Starts a vCenter with the user `bosh`, logged in. */
export async function startVsphereLab(configuration: Configuration = {}): Promise<VsphereLab> {
  const vcsim = await startVcsim({ user: 'bosh', password: 'right', ...configuration });
  const open: Vim[] = [];
  const more = async (options: Partial<ConnectOptions> = {}): Promise<Vim> => {
    const vim = await connect({ url: vcsim.url, user: 'bosh', password: 'right', tls: { ca: vcsim.ca }, ...options });
    open.push(vim);
    return vim;
  };
  const vim = await more();
  return {
    vcsim,
    vim,
    connect: more,
    find: async (inventoryPath, type) => {
      const searchIndex = vim.content.searchIndex;
      const found = searchIndex && (await vim.call('FindByInventoryPath', searchIndex, { inventoryPath }));
      if (found?.type !== type) throw new Error(`'${inventoryPath}' is ${found?.type ?? 'missing'}`);
      return found as Ref<typeof type>;
    },
    stop: async () => {
      await Promise.all(open.map((one) => one.close()));
      await vcsim.stop();
    },
  };
}
