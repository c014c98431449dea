import { fail } from '../errors.js';

/** The next number after those stored with the same release part: `1+dev.3` with `1+dev.7` known becomes `1+dev.8`. */
export function rebaseVersion(version: string, known: Iterable<string>): string {
  const [base = '', post] = version.split('+');
  if (post === undefined) {
    throw fail('ReleaseRebaseImpossible', `version '${version}' has no '+' part that a rebase could count up`, {
      hint: 'upload it without --rebase',
    });
  }
  const label = /^(.*?)\.?\d*$/.exec(post)?.[1] || 'dev';
  const numbers = [...known].flatMap((other) => {
    const [otherBase, otherPost] = other.split('+');
    return otherBase === base ? [Number(/(\d+)$/.exec(otherPost ?? '')?.[1] ?? 0)] : [];
  });
  return `${base}+${label}.${Math.max(0, ...numbers) + 1}`;
}
