import { realpath, writeFile } from 'node:fs/promises';
import { IpAddress } from '@bosh6/ip';
import type { LabConfig, PlaceStatus } from '@bosh6/lab';
import { ipBatch } from '../run.js';
import { placeInit } from '../scripts/place-init.js';
import { type Gateway, gatewayOf } from './gateways.js';
import { type Holder, startHolder } from './holder.js';
import { macFor, type Networks } from './networks.js';
import type { StateStore } from './state.js';

interface Nic {
  /** A bridge, or undefined for a link of its own with the router. */
  bridge?: string;
  routerAddresses: string[];
  mac: string;
  addresses: string[];
  gateways: string[];
}

interface Place {
  name: string;
  hostname: string;
  nics: Nic[];
  nameservers: string[];
  env: Record<string, string>;
  command: string[];
}

// Between router and internet; nobody else sees these.
const uplinks = {
  4: { router: '192.0.2.1', internet: '192.0.2.2', length: 24 },
  6: { router: 'fd00:203:0:113::1', internet: 'fd00:203:0:113::2', length: 64 },
};

/** The fixed places: namespaces with the host's files, each with its own names and addresses. */
export class Places {
  readonly #store: StateStore;
  readonly #networks: Networks;
  readonly #config: LabConfig;
  readonly #holders = new Map<string, { place: Place; holder: Holder }>();

  constructor(store: StateStore, networks: Networks, config: LabConfig) {
    this.#store = store;
    this.#networks = networks;
    this.#config = config;
  }

  /** Starts all three; gives the internet's holder, which reads its orders from stdin. */
  async start(internetCommand: string[]): Promise<Holder> {
    const { director, workstation, internet, nameservers } = this.#config;
    const common = { nameservers, command: ['sleep', 'infinity'] };
    const nics: Nic[] = [];
    for (const nic of director.nics) {
      const gateways = [...(nic.gateway === undefined ? [] : [nic.gateway]), ...nic.gateways];
      const bridge = await this.#networks.ensure(nic.network, 'director', gatewaysFor(nic.addresses, gateways));
      nics.push({ bridge, routerAddresses: [], mac: nic.mac ?? macFor(`director ${nic.network}`), addresses: nic.addresses, gateways });
    }
    const seat: Nic = { mac: macFor('workstation'), addresses: workstation.addresses, gateways: workstation.gateways, routerAddresses: [] };
    for (const { address, subnet } of gatewaysFor(seat.addresses, seat.gateways)) seat.routerAddresses.push(`${address}/${subnet.length}`);
    // A lab without IPv4 has none of its own either.
    const families = new Set(internet.addresses.map((address) => IpAddress.parse(address).family));
    const links = [...families].map((family) => uplinks[family]);
    const far: Nic = {
      mac: macFor('internet'),
      addresses: [...links.map((link) => `${link.internet}/${link.length}`), ...internet.addresses],
      gateways: links.map(({ router }) => router),
      routerAddresses: links.map(({ router, length }) => `${router}/${length}`),
    };
    const places: Place[] = [
      { ...common, name: 'director', hostname: director.hostname, nics, env: director.env },
      { ...common, name: 'workstation', hostname: workstation.hostname, nics: [seat], env: workstation.env },
      { name: 'internet', hostname: 'internet', nics: [far], nameservers: ['127.0.0.1'], env: {}, command: internetCommand },
    ];
    await Promise.all(places.map((place) => this.#start(place)));
    await ipBatch(links.map((link) => `route add default via ${link.internet}`));
    return (this.#holders.get('internet') as { holder: Holder }).holder;
  }

  hostPid(name: string): number | undefined {
    return this.#holders.get(name)?.holder.hostPid;
  }

  env(name: string): Record<string, string> {
    return this.#holders.get(name)?.place.env ?? {};
  }

  status(): PlaceStatus[] {
    return [...this.#holders.values()].map(({ place, holder }) => ({
      name: place.name,
      pid: holder.hostPid,
      addresses: place.nics.flatMap(({ addresses }) => addresses),
      env: place.env,
    }));
  }

  async #start(place: Place): Promise<void> {
    const binds = (await this.#files(place)).flat();
    const argv = ['unshare', '-n', '-m', '-u', '--propagation', 'slave', 'sh', '-c', placeInit, 'place', place.hostname, ...binds, '--'];
    const env = { PATH: process.env.PATH ?? '/usr/sbin:/usr/bin:/sbin:/bin' };
    const holder = await startHolder([...argv, ...place.command], env);
    this.#holders.set(place.name, { place, holder });
    const outside: string[] = [];
    const inside = ['link set lo up'];
    place.nics.forEach((nic, index) => {
      const peer = `${place.name.slice(0, 10)}${index}`;
      const master = nic.bridge === undefined ? '' : ` addrgenmode none master ${nic.bridge}`;
      outside.push(`link add ${peer} type veth peer name eth${index} address ${nic.mac} netns ${holder.labPid}`);
      outside.push(`link set dev ${peer}${master} up`);
      for (const address of nic.routerAddresses) outside.push(`addr add ${address} dev ${peer}${nodad(address)}`);
      inside.push(`link set eth${index} up`);
      for (const address of nic.addresses) inside.push(`addr add ${address} dev eth${index}${nodad(address)}`);
      for (const gateway of nic.gateways) {
        // The first NIC's first, where several have a gateway of one family.
        inside.push(`route add default via ${gateway} dev eth${index} onlink metric ${1024 + index}`);
      }
    });
    await ipBatch(outside);
    await holder.configure(inside);
  }

  /** Its own resolv.conf, hosts and nsswitch.conf over the host's, where the host has them. */
  async #files(place: Place): Promise<[string, string][]> {
    const hosts = `127.0.0.1 localhost\n::1 localhost ip6-localhost ip6-loopback\n127.0.1.1 ${place.hostname}\n`;
    const resolver = `${place.nameservers.map((address) => `nameserver ${address}\n`).join('')}options timeout:2 attempts:2\n`;
    const contents = { 'resolv.conf': resolver, hosts, 'nsswitch.conf': 'passwd: files\ngroup: files\nshadow: files\nhosts: files dns\n' };
    const binds: [string, string][] = [];
    for (const [name, text] of Object.entries(contents)) {
      const target = await realpath(`/etc/${name}`).catch(() => undefined);
      if (target === undefined) continue;
      const source = this.#store.path(`${place.name}.${name}`);
      await writeFile(source, text);
      binds.push([source, target]);
    }
    return binds;
  }
}

function gatewaysFor(addresses: readonly string[], gateways: readonly string[]): Gateway[] {
  return gateways.flatMap((text) => {
    const family = IpAddress.parse(text).family;
    const own = addresses.map((address) => address.split('/')).find(([address = '']) => IpAddress.parse(address).family === family);
    const gateway = own === undefined ? undefined : gatewayOf(IpAddress.parse(own[0] ?? ''), Number(own[1]), text);
    return gateway === undefined ? [] : [gateway];
  });
}

const nodad = (address: string): string => (address.includes(':') ? ' nodad' : '');
