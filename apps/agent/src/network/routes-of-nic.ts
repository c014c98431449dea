import type { NetworkPlan, PlannedNic, PlannedRoute, PlannedRule } from './plan.js';

/** What of the plan's routes and rules a NIC brings, for files that are a NIC's each. */
export function routesOfNic(
  { routes, rules }: NetworkPlan,
  { name, addresses, delegated }: PlannedNic,
): { routes: PlannedRoute[]; rules: PlannedRule[] } {
  return {
    routes: routes.filter((route) => route.nic === name),
    rules: rules.filter(({ from, to }) => {
      const prefix = from ?? to;
      if (prefix === undefined) return false;
      return (
        addresses.some(({ address }) => prefix.hostBits === 0 && prefix.address.equals(address)) ||
        delegated.some((each) => each.prefix.equals(prefix))
      );
    }),
  };
}
