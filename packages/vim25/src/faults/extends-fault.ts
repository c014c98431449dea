import { faultClasses } from './fault-classes.js';

let parents: Map<string, string> | undefined;

/** Whether a fault class is another, or extends it: `InvalidPowerState` extends `InvalidState`. */
export function extendsFault(name: string, ancestor: string): boolean {
  parents ??= new Map(Object.entries(faultClasses).flatMap(([parent, children]) => children.split(' ').map((child) => [child, parent])));
  for (let at: string | undefined = name; at !== undefined; at = parents.get(at)) if (at === ancestor) return true;
  return false;
}
