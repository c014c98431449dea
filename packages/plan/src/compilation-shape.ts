import { CodedError, type JsonObject, type Where } from '@bosh6/base';
import { type GroupNetwork, type Network, networkFamilies, networkZones } from '@bosh6/ipam';
import { mergeCloudProperties } from './cloud-properties.js';
import type { Desired } from './desired.js';
import { checkRoute } from './director-route.js';
import { fail } from './errors.js';
import { primaryOf, settingsOf } from './network-settings.js';
import { networksOf } from './networks.js';
import type { PlacedCompilation, PlacedReservation } from './placement.js';
import { reserveNew } from './reserve.js';
import type { PackedIntervals } from './snapshot.js';
import { cpiOfAz } from './stemcell-of.js';
import { UsedAddresses } from './used-addresses.js';

/** How compilation VMs are made. The names that `compilation` uses were checked when the cloud config was read. */
export function placeCompilation(desired: Desired): PlacedCompilation {
  const { cloudConfig } = desired;
  const { compilation } = cloudConfig;
  const at = (key: string): Where => ({ document: compilation.document, pointer: `${compilation.pointer}/${key}` });
  const az = compilation.az === undefined ? {} : { az: compilation.az };
  const cpi = cpiOfAz(cloudConfig, compilation.az);
  const calculated = desired.calculated?.['']?.[cpi];
  const shape = {
    own: compilation.cloudProperties,
    vmExtensions: compilation.vmExtensions,
    ...(compilation.vmType === undefined ? {} : { vmType: compilation.vmType }),
    ...(calculated === undefined ? {} : { calculated }),
    ...az,
  };
  return {
    cpi,
    workers: compilation.workers,
    reuseVms: compilation.reuseCompilationVms,
    network: compilation.network,
    cloudProperties: mergeCloudProperties(cloudConfig, shape, 'compilation', at),
    env: compilation.env,
    ...az,
  };
}

/** Throws 150006 when the network of compilation VMs does not serve their AZ. */
export function checkCompilationZone(networks: readonly Network[], { cloudConfig: { compilation } }: Pick<Desired, 'cloudConfig'>): void {
  const served = networks.filter(({ name }) => name === compilation.network).map(networkZones)[0];
  if (served === undefined || (compilation.az !== undefined && served.has(compilation.az))) return;
  const what = compilation.az === undefined ? 'has no az' : `is in AZ '${compilation.az}'`;
  const names = [...served].join(', ');
  throw fail('CompilationZoneNotServed', `compilation ${what}, its network '${compilation.network}' serves ${names}`, {
    where: { document: compilation.document, pointer: `${compilation.pointer}/${compilation.az === undefined ? 'network' : 'az'}` },
    hint: `give compilation an az out of ${names}`,
  });
}

/** An address for one more compilation VM, and its network settings. Throws 130011 with the VM's `name` when there is none. */
export function placeCompilationVm(
  desired: Pick<Desired, 'cloudConfig' | 'neverAllocate' | 'endpoints' | 'ignoreMissingGateway'>,
  compilation: PlacedCompilation,
  used: PackedIntervals,
  name: string,
): { reservations: PlacedReservation[]; networks: Record<string, JsonObject>; ip: string } {
  const network = networksOf(desired).find(({ name }) => name === compilation.network);
  const { document, pointer } = desired.cloudConfig.compilation;
  const where = { document, pointer: `${pointer}/network` };
  if (network === undefined) throw fail('CompilationUnknownNetwork', `compilation asks for network '${compilation.network}'`, { where });
  const own: GroupNetwork = { network, default: ['dns', 'gateway'], pointer: where.pointer };
  const all = new UsedAddresses(used);
  const families = network.type === 'dynamic' ? [] : networkFamilies(network, compilation.az);
  const placed = families.map((family) => {
    try {
      return reserveNew({ network: own, family, where }, compilation.az, all, desired.cloudConfig);
    } catch (error) {
      if (!CodedError.is(error, 'NoAddressLeft')) throw error;
      throw fail('CompilationAddressMissing', `${error.message}, for ${name}`, { where: error.where ?? where });
    }
  });
  const settings = settingsOf([own], placed, compilation.az, document);
  checkRoute(settings.networks, desired.endpoints, 'a compilation VM', where);
  return { ...settings, ip: primaryOf([own], placed).ip };
}
