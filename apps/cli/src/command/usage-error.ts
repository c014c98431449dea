import { CodedError } from '@bosh6/base';
import type { OptionalValue } from '../arguments/arrange-arguments.js';
import { fail } from '../errors.js';

/** What oclif's errors carry, by kind: arguments that miss, tokens that are too many, flags that are none. */
interface Told extends Error {
  readonly args?: readonly (string | { readonly name?: string; readonly description?: string })[];
  readonly flags?: readonly string[];
}
export interface Called {
  readonly id: string;
  readonly optionalValues: readonly OptionalValue[];
  /** Flags that take no value. */
  readonly switches: ReadonlySet<string>;
  readonly argv: readonly string[];
}

/** What the parser throws, in our words and with a way on. */
export function usageError(error: unknown, called: Called): CodedError {
  if (CodedError.is(error)) return error;
  const { id, argv, switches } = called;
  const help = `\`bosh6 ${id} --help\` says what it takes`;
  const valued = argv.find((token) => switches.has(/^--([a-z0-9-]+)=/.exec(token)?.[1] ?? ''));
  if (valued !== undefined) {
    const flag = valued.slice(0, valued.indexOf('='));
    return fail('InvalidArguments', `${flag} takes no value`, { cause: error, hint: `write ${flag} alone, or leave it out` });
  }
  const { args = [], flags = [], message = String(error) } = error as Told;
  const missing = args.flatMap((one) => (typeof one === 'string' ? [] : [one]));
  if (missing.length > 0) {
    const names = missing.map(({ name = '', description = '' }) => `${name.toUpperCase()} (${description})`);
    return fail('InvalidArguments', `'${id}' needs ${names.join(' and ')}`, { cause: error, hint: help });
  }
  const surplus = args.filter((one) => typeof one === 'string');
  if (surplus.length > 0) {
    const what = `'${id}' does not take ${surplus.map((one) => `'${one}'`).join(' ')}`;
    return fail('InvalidArguments', what, { cause: error, hint: attached(surplus[0] ?? '', called) ?? help });
  }
  if (flags.length > 0) return fail('InvalidArguments', `'${id}' has no flag ${flags.join(' ')}`, { cause: error, hint: help });
  // What is left says it well, but over several lines and with advice of the parser's own.
  const text = message
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('See more help') && !line.startsWith('Note: '))
    .join(': ');
  return fail('InvalidArguments', text, { cause: error, hint: help });
}

/** Of `--recent 5`: a value that may be left out must be attached. */
function attached(surplus: string, { argv, optionalValues }: Called): string | undefined {
  const before = argv[argv.indexOf(surplus) - 1] ?? '';
  const flag = optionalValues.find(({ name }) => before.startsWith(`--${name}=`));
  return flag === undefined ? undefined : `if it is the value of --${flag.name}, attach it: --${flag.name}=${surplus}`;
}
