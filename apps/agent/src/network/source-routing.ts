import { type Family, familyBits, IpPrefix } from '@bosh6/ip';
import { delegatedTable, localTable, mainTable, managedGroup, priority, sourceTable } from './marks.js';
import { everywhere, type PlannedNic, type PlannedRoute, type PlannedRule, subnet } from './plan.js';

/** Tables and rules beside the main table, so that what an address says leaves by the NIC that has it (RFC 1122 3.3.4.2 calls it the strong host model), and that a delegated prefix
 * is the machine's but for what a workload of it has routed elsewhere. The main table stays as the settings say. */
export function sourceRouting(
  nics: readonly PlannedNic[],
  main: readonly PlannedRoute[],
): { routes: PlannedRoute[]; rules: PlannedRule[] } {
  const routes: PlannedRoute[] = [];
  const rules: PlannedRule[] = [];
  let count = 0;
  for (const nic of nics.filter((each) => !each.untouched)) {
    for (const { prefix } of nic.delegated) {
      const { family } = prefix;
      const workload = { family, to: prefix, table: mainTable, suppressPrefixLength: prefix.length - 1 };
      const local = { family, destination: prefix, nic: nic.name, onLink: false, local: true };
      if (family === 4) {
        routes.push({ ...local, table: localTable });
        rules.push({ ...workload, priority: priority.workloadOfPrefix4 });
        continue;
      }
      routes.push({ ...local, table: delegatedTable });
      rules.push(
        { ...workload, priority: priority.workloadOfPrefix },
        { family, priority: priority.delegated, to: prefix, table: delegatedTable },
      );
    }
    const sources = [
      ...nic.addresses.map(({ address, gateway }) => ({ from: IpPrefix.of(address), gateway })),
      ...nic.delegated.map(({ prefix, gateway }) => ({ from: prefix, gateway })),
    ];
    for (const { from, gateway } of sources) {
      const { family } = from;
      const table = sourceTable(count++);
      const way = gateway ?? gatewayOf(nic, family);
      const its: PlannedRoute[] = onLink(nic, family).map((destination) => ({
        family,
        destination,
        nic: nic.name,
        onLink: false,
        table,
      }));
      for (const route of main) {
        if (route.nic === nic.name && route.family === family && route.destination.length > 0) its.push({ ...route, onLink: true, table });
      }
      if (way !== undefined) its.push({ family, destination: everywhere(family), via: way, nic: nic.name, onLink: true, table });
      if (its.length === 0) continue;
      routes.push(...its);
      rules.push(
        { family, priority: priority.workload, from, table: mainTable, suppressGroup: managedGroup },
        { family, priority: priority.source, from, table },
      );
    }
  }
  return { routes, rules };
}

function gatewayOf(nic: PlannedNic, family: Family): PlannedNic['delegated'][number]['gateway'] {
  return [...nic.addresses, ...nic.delegated].find((each) => each.gateway?.family === family)?.gateway;
}

/** The NIC's subnets, each once; an address that stands alone has none. */
function onLink(nic: PlannedNic, family: Family): IpPrefix[] {
  const found: IpPrefix[] = [];
  for (const each of nic.addresses) {
    const prefix = subnet(each);
    if (prefix.family === family && prefix.length < familyBits(family) && !found.some((other) => other.equals(prefix))) found.push(prefix);
  }
  return found;
}
