import type { DirectorInfo } from '@bosh6/director-api/client';
import { type Finding, fine, wanting } from '@bosh6/lab/machine';
import { fail } from '../errors.js';
import type { Use } from './networks-in-use.js';

/** True of a Director that gives one network addresses of both families; the original has no such feature. */
const hasDualStack = ({ features }: DirectorInfo): boolean => features?.dual_stack?.status === true;

/** The first version of the original with each (networking reference 2, 3.4); it never had dual stack. */
const since: Readonly<Record<Use['feature'], readonly [number, number, number] | undefined>> = {
  'dual stack': undefined,
  'delegated prefix': [282, 0, 10],
  nic_group: [282, 1, 0],
};

/** What a Director is too old, or too much the original, for. */
export function directorFindings(info: DirectorInfo, uses: readonly Use[]): Finding[] {
  const version = info.version ?? '';
  const says = `${info.name ?? ''} ${version}${hasDualStack(info) ? '' : ', without what bosh6 adds: `networks`, `plan`, dual stack'}`;
  const lacking = hasDualStack(info) ? [] : uses.filter(({ feature }) => !isSince(version, since[feature]));
  return [
    hasDualStack(info) ? fine('Director', says) : wanting('Director', stock(says), 'warn'),
    ...lacking.map((use) => wanting('Director', tooOld(use, version))),
  ];
}

const stock = (says: string): ReturnType<typeof fail> =>
  fail('DirectorWithoutOurs', says, {
    hint: 'nothing to mend if it is meant to be the original; else see `bosh6 environments` for another',
  });

function tooOld({ feature, document, pointer }: Use, version: string): ReturnType<typeof fail> {
  const first = since[feature];
  const hint =
    first === undefined
      ? 'deploy by a Director of bosh6, or give each family a network of its own'
      : `update the Director to ${first.join('.')} or newer`;
  return fail('DirectorTooOld', `${feature} is asked for, and Director ${version} does not have it`, {
    hint,
    where: { document, pointer },
  });
}

/** Of versions as the original writes them: `282.1.0 (00000000)`. One that cannot be read is no reason to complain. */
export function isSince(version: string, first: readonly number[] | undefined): boolean {
  if (first === undefined) return false;
  const numbers = /^\d+(\.\d+)*/.exec(version)?.[0].split('.').map(Number);
  if (numbers === undefined) return true;
  for (const [at, least] of first.entries()) {
    const own = numbers[at] ?? 0;
    if (own !== least) return own > least;
  }
  return true;
}
