import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import { addressName, type DnsNumbers, linkGroup, type Naming, shortNumbers } from '../dns-name.js';
import { ownNetworkName } from '../own-network.js';
import type { PlacedInstance, Placement } from '../placement.js';
import type { LinkProvider } from './providers.js';
import type { LinkSource } from './resolve-links.js';

/** What a template sees of a link. `properties` are the bound properties of a provider of the same deployment. */
export function linkContent(source: LinkSource, naming: Naming, placement: Placement, properties: JsonObject): JsonObject {
  const { deployment, short } = naming;
  if (source.kind === 'manual') {
    const { instances, address } = source;
    return { deployment_name: deployment, instances, properties: source.properties, ...(address === undefined ? {} : { address }) };
  }
  if (source.kind === 'shared') return asAsked(source.provider.content, source);
  const { provider } = source;
  const instances = placement.instances.filter(({ group }) => group === provider.group.name);
  const [first] = instances;
  const exposed = expose(provider.properties, properties);
  return asAsked(
    {
      deployment_name: deployment,
      domain: 'bosh',
      default_network: first === undefined ? null : ownNetworkName(first.defaultNetwork, first.networks),
      networks: Object.keys(first?.networks ?? {}),
      instance_group: provider.group.name,
      group_name: linkGroup(provider),
      properties: exposed,
      use_short_dns_addresses: short !== undefined,
      use_link_dns_names: short?.links !== undefined,
      instances: instances.map((instance) => linkInstance(naming, instance, provider, exposed)),
      ...(short === undefined || first === undefined ? {} : { dns_numbers: numbersOf(short, first, provider) }),
    },
    source,
  );
}

/** The same with names for addresses, or those of another network; an instance that has none of that kind there keeps its own. */
function asAsked(content: JsonObject, { network, named }: { network?: string; named?: true }): JsonObject {
  if ((network === undefined && named === undefined) || !Array.isArray(content.instances)) return content;
  const chosen = network ?? content.default_network;
  const instances = content.instances.map((instance): Json => {
    const all = isJsonObject(instance) ? instance[named ? 'dns_addresses' : 'addresses'] : undefined;
    const address = isJsonObject(all) && typeof chosen === 'string' ? own(all, chosen) : undefined;
    return isJsonObject(instance) && typeof address === 'string' ? { ...instance, address } : instance;
  });
  return { ...content, ...(network === undefined ? {} : { default_network: network }), instances };
}

/** For the queries that a template asks the link for: the number of its group, and of each network by its entry and by its own name. */
function numbersOf(short: DnsNumbers, first: PlacedInstance, link: LinkProvider): JsonObject {
  const entries = Object.keys(first.networks);
  const { group } = shortNumbers(short, first, first.defaultNetwork, link);
  const named = (entry: string): [string, number][] => {
    const { network } = shortNumbers(short, first, entry);
    return [
      [entry, network],
      [ownNetworkName(entry, first.networks), network],
    ];
  };
  return { group, networks: Object.fromEntries(entries.flatMap(named)) };
}

function linkInstance(naming: Naming, instance: PlacedInstance, link: LinkProvider, properties: JsonObject): JsonObject {
  const addresses = Object.entries(instance.networks).map(([name, settings]): [string, Json] => [name, settings.ip ?? null]);
  return {
    name: instance.group,
    index: instance.index,
    bootstrap: instance.bootstrap,
    id: instance.uuid,
    az: instance.az ?? null,
    address: instance.ip,
    ipv4: instance.ipv4 ?? null,
    ipv6: instance.ipv6 ?? null,
    addresses: Object.fromEntries(addresses),
    dns_addresses: Object.fromEntries(Object.keys(instance.networks).map((name) => [name, addressName(naming, instance, name, link)])),
    properties,
  };
}

/** Only the properties that the link names, at their dotted paths. */
function expose(names: readonly string[], properties: JsonObject): JsonObject {
  const result: JsonObject = {};
  for (const name of names) {
    const path = name.split('.');
    let from: Json | undefined = properties;
    for (const key of path) from = isJsonObject(from) ? own(from, key) : undefined;
    if (from === undefined) continue;
    let to = result;
    for (const key of path.slice(0, -1)) {
      const next = own(to, key);
      const below = isJsonObject(next) ? next : {};
      define(to, key, below);
      to = below;
    }
    define(to, path.at(-1) ?? '', from);
  }
  return result;
}

function own(map: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

// A property may be called `__proto__`; an assignment would not store it.
function define(map: JsonObject, key: string, value: Json): void {
  Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true });
}
