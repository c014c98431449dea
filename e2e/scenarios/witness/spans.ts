import { isScript, type Told } from './collector.js';

const nameOf = ({ group, index }: Told): string => `${group}/${index}`;

/** The instances in the order in which they were first heard of. */
export const inOrder = (told: readonly Told[]): string[] => [...new Set(told.map(nameOf))];

/** How many updates, each from an instance's first script to its post-start, were under way at most. */
export function atOnce(told: readonly Told[]): number {
  const under = new Set<string>();
  let most = 0;
  for (const one of told) {
    if (isScript(one, 'post-deploy')) continue;
    under.add(nameOf(one));
    most = Math.max(most, under.size);
    // its successor begins no sooner than this script's end
    if (isScript(one, 'post-start')) under.delete(nameOf(one));
  }
  return most;
}
