import type { Rule, Told } from './collector.js';

/** Scripts that wait until they are told to go on. */
export interface Held {
  readonly rule: Rule;
  open(): void;
}

export function hold(match: (told: Told) => boolean): Held {
  const gate = Promise.withResolvers<undefined>();
  return { rule: (told) => (match(told) ? gate.promise : undefined), open: () => gate.resolve(undefined) };
}

/** Of those that match, the first `count` wait for each other: they cannot end unless they run at once. */
export function together(count: number, match: (told: Told) => boolean): Rule {
  const all = Promise.withResolvers<undefined>();
  let seen = 0;
  return (told) => {
    if (!match(told) || seen === count) return undefined;
    seen += 1;
    if (seen === count) all.resolve(undefined);
    return all.promise;
  };
}
