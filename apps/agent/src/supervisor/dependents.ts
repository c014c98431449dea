interface Node {
  name: string;
  dependsOn: readonly string[];
}

/** Who depends on a service, directly or through others, in the order in which they go down. */
export function dependentsOf(name: string, services: readonly Node[]): string[] {
  const found = new Set<string>();
  const visit = (each: string, seen: ReadonlySet<string>): void => {
    for (const other of services) {
      if (seen.has(other.name) || found.has(other.name) || !other.dependsOn.includes(each)) continue;
      visit(other.name, new Set([...seen, other.name]));
      found.add(other.name);
    }
  };
  visit(name, new Set([name]));
  return [...found];
}

/** Names of services that wait for each other in a circle; undefined when none do. */
export function loopIn(services: readonly Node[]): string[] | undefined {
  const done = new Set<string>();
  const byName = new Map(services.map((each) => [each.name, each]));
  const visit = (name: string, path: readonly string[]): string[] | undefined => {
    const at = path.indexOf(name);
    if (at >= 0) return [...path.slice(at), name];
    if (done.has(name)) return undefined;
    for (const other of byName.get(name)?.dependsOn ?? []) {
      const loop = visit(other, [...path, name]);
      if (loop !== undefined) return loop;
    }
    done.add(name);
    return undefined;
  };
  for (const { name } of services) {
    const loop = visit(name, []);
    if (loop !== undefined) return loop;
  }
  return undefined;
}
