import { locateNetworkError } from '@bosh6/formats';
import { IpAddress } from '@bosh6/ip';
import { type Network, parseNetworks } from '@bosh6/ipam';
import type { Desired } from './desired.js';

/** The cloud config's networks; what is wrong with one is said where it was written. */
export function networksOf(desired: Pick<Desired, 'cloudConfig' | 'neverAllocate' | 'ignoreMissingGateway'>): Network[] {
  const { cloudConfig, neverAllocate, ignoreMissingGateway = false } = desired;
  return located(cloudConfig, () =>
    parseNetworks(cloudConfig.networks, {
      azNames: cloudConfig.azs.map(({ name }) => name),
      neverAllocate: neverAllocate.map((address) => IpAddress.parse(address)),
      ignoreMissingGateway,
    }),
  );
}

/** Runs `work`; errors that point into the networks of all configs together point into the config that has it. */
export function located<T>(cloudConfig: Desired['cloudConfig'], work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw locateNetworkError(error, cloudConfig, []);
  }
}
