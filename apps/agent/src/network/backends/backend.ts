import { existsSync } from 'node:fs';
import { fail } from '../../errors.js';
import type { NetworkPlan } from '../plan.js';
import type { Commands } from '../reconcile.js';

export const backendNames = ['iproute2', 'systemd-networkd', 'ifupdown'] as const;
export type BackendName = (typeof backendNames)[number];

/** Who keeps a machine's interfaces: makes the kernel's addresses, routes and rules those of the plan, now and after the next boot. */
export interface NetworkBackend {
  readonly name: BackendName;
  /** It acts on router advertisements itself, so that the kernel must not. */
  readonly readsAdvertisements: boolean;
  /** Makes it so; `missing` is what the kernel lacks. Changes nothing when all is as it should be. Throws NetworkSetupFailed. */
  realise(plan: NetworkPlan, missing: Commands): Promise<void>;
}

/** The back-end of that name; without one, whoever runs this machine's interfaces already. Throws InvalidSettings. */
export async function networkBackend(name: string | undefined): Promise<NetworkBackend> {
  const chosen = name ?? running();
  switch (chosen) {
    case 'iproute2':
      return (await import('./iproute2.js')).iproute2;
    case 'systemd-networkd':
      return (await import('./networkd.js')).networkd;
    case 'ifupdown':
      return (await import('./ifupdown.js')).ifupdown;
    default:
      throw fail('InvalidSettings', `NetworkManager '${chosen}' of agent.json is none of ${backendNames.join(', ')}`, {
        where: { document: 'agent.json', pointer: '/Platform/Linux/NetworkManager' },
      });
  }
}

function running(): BackendName {
  if (existsSync('/run/systemd/netif/state')) return 'systemd-networkd';
  return existsSync('/run/network/ifstate') && existsSync('/etc/network/interfaces') ? 'ifupdown' : 'iproute2';
}
