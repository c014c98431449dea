import { realWorld, type World } from '@bosh6/base';
import { cpiError } from '@bosh6/cpi-protocol';
import { IpAddress } from '@bosh6/ip';
import { connect, type Ref, type Vim } from '@bosh6/vim25';
import { doing } from './faults/doing.js';
import { Flights } from './flights.js';
import type { VsphereProperties } from './properties/global-properties.js';

/** The CPI's datacenter in a vCenter that somebody has logged in to. */
export interface Vcenter {
  vim: Vim;
  properties: VsphereProperties;
  datacenter: Ref<'Datacenter'>;
  vmFolder: Ref<'Folder'>;
  /** Things that hardly change, such as folders; by a name of the reader's choice. Whoever finds one changed clears it. */
  known: Map<string, Promise<unknown>>;
  /** What this process makes right now, by the name of it. */
  flights: Flights;
  world: World;
}

export interface Connection {
  /** Connects at the first call; one login for as long as the process lives. A vCenter that nobody vouches for is told to `log`. */
  open(log: (line: string) => void): Promise<Vcenter>;
  close(): Promise<void>;
}

export function connectionTo(properties: VsphereProperties, world: World = realWorld()): Connection {
  let opened: Promise<Vcenter> | undefined;
  return {
    open(log) {
      if (opened === undefined) {
        if (properties.vcenter.connection_options.ca_cert === undefined) log(notVerified(properties.vcenter.host));
        opened = logIn(properties, world);
        opened.catch(() => {
          opened = undefined;
        });
      }
      return opened;
    },
    async close() {
      const vcenter = await opened?.catch(() => undefined);
      opened = undefined;
      await vcenter?.vim.close();
    },
  };
}

async function logIn(properties: VsphereProperties, world: World): Promise<Vcenter> {
  const { host, user, password, connection_options: options } = properties.vcenter;
  // as the original: existing configurations go on
  const tls = options.ca_cert === undefined ? { rejectUnauthorized: false } : { ca: options.ca_cert };
  return doing(`vCenter '${host}'`, async () => {
    const vim = await connect({ url: urlOf(host), user, password, tls, userAgent: 'bosh6-cpi-vsphere' });
    try {
      const { name } = properties.datacenter;
      const found = await vim.call('FindByInventoryPath', searchIndex(vim), { inventoryPath: name });
      if (found?.type !== 'Datacenter')
        throw cpiError('CpiError', `vCenter '${host}' has no datacenter '${name}'`, { hint: 'see datacenters.0.name' });
      const datacenter = found as Ref<'Datacenter'>;
      const vmFolder = await vim.call('FindByInventoryPath', searchIndex(vim), { inventoryPath: `${name}/vm` });
      if (vmFolder === undefined) throw cpiError('CpiError', `datacenter '${name}' has no folder for VMs that user '${user}' may see`);
      return { vim, properties, datacenter, vmFolder: vmFolder as Ref<'Folder'>, known: new Map(), flights: new Flights(), world };
    } catch (error) {
      await vim.close();
      throw error;
    }
  });
}

/** A name or an address, with a port or without; IPv6 addresses with brackets or, without a port, bare. */
export function urlOf(host: string): string {
  const literal = IpAddress.tryParse(host);
  return `https://${literal?.family === 6 ? `[${literal}]` : host}`;
}

function notVerified(host: string): string {
  return `vCenter '${host}': its certificate is not verified, so whoever answers gets the password; give its CA's in connection_options.ca_cert`;
}

export function searchIndex({ content }: Vim): Ref<'SearchIndex'> {
  return content.searchIndex as Ref<'SearchIndex'>;
}

/** Asks once for what does not change; after a failure, and for what was not there, again. */
export function once<T>(vcenter: Vcenter, key: string, ask: () => Promise<T>): Promise<T> {
  const known = vcenter.known.get(key) as Promise<T> | undefined;
  if (known !== undefined) return known;
  const asked = ask();
  vcenter.known.set(key, asked);
  const forget = (): void => {
    if (vcenter.known.get(key) === asked) vcenter.known.delete(key);
  };
  asked.then((found) => found === undefined && forget(), forget);
  return asked;
}
