import { IpAddress } from '@bosh6/ip';
import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';

/** Forgets what the neighbours' addresses were, both families. What is no address is passed over. */
export const deleteArpEntries = ({ platform }: Pick<Collaborators, 'platform'>): Action =>
  defineAction('delete_arp_entries', async ([{ ips }]) => {
    const addresses = ips.map((text) => IpAddress.tryParse(text)).filter((address) => address !== undefined);
    await Promise.all(addresses.map((address) => platform.forgetNeighbour(address.toString())));
    return {};
  });
