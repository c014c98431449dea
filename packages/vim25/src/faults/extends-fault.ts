import { faultClasses } from './fault-classes.js';

let parents: Map<string, string> | undefined;

function parentOf(name: string): string | undefined {
  parents ??= new Map(Object.entries(faultClasses).flatMap(([parent, children]) => children.split(' ').map((child) => [child, parent])));
  return parents.get(name);
}

/** Whether a fault class is another, or extends it: `InvalidPowerState` extends `InvalidState`. */
export function extendsFault(name: string, ancestor: string): boolean {
  for (let at: string | undefined = name; at !== undefined; at = parentOf(at)) if (at === ancestor) return true;
  return false;
}

/** A fault's class as vSphere calls it: some servers name the element's type instead, `AlreadyUpgradedFault` for `AlreadyUpgraded`. */
export function faultClassOf(name: string): string {
  const shorter = name.replace(/Fault$/, '');
  return parentOf(name) === undefined && parentOf(shorter) !== undefined ? shorter : name;
}
