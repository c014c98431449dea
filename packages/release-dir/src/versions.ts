import { isVersion, newestVersion } from '@bosh6/formats';
import { fail } from './errors.js';

const segments = /^([^-+]+)(?:-([^+]+))?(?:\+(.+))?$/;

/** The dev version after these: `0+dev.1` at first, then one more than the newest; with a time instead of a number when given (seconds). */
export function nextDevVersion(recorded: readonly string[], timestamp?: number): string {
  const newest = newestVersion(recorded) ?? '0';
  const [, release = '0', pre, post] = segments.exec(newest) ?? [];
  const next = timestamp !== undefined ? `dev.${timestamp}` : post === undefined ? 'dev.1' : oneMore(post, newest);
  return `${release}${pre === undefined ? '' : `-${pre}`}+${next}`;
}

/** The final version after these: `1` at first, then the last number of the newest one more. */
export function nextFinalVersion(recorded: readonly string[]): string {
  const newest = newestVersion(recorded);
  return newest === undefined ? '1' : oneMore(segments.exec(newest)?.[1] ?? '', newest);
}

/** Throws `InvalidReleaseVersion`. */
export function checkVersion(version: string): string {
  if (!isVersion(version)) throw fail('InvalidReleaseVersion', `'${version}' is not a release version`);
  return version;
}

function oneMore(segment: string, version: string): string {
  const [, rest = '', number] = /^(.*\.)?(\d+)$/.exec(segment) ?? [];
  if (number !== undefined) return `${rest}${Number(number) + 1}`;
  throw fail('InvalidReleaseVersion', `there is no version after '${version}': it ends in no number`, { hint: 'give one with --version' });
}
