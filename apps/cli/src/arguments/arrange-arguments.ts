import { globalFlagsWithValue } from '../command/global-flags.js';

export interface Arranged {
  /** The command as typed, undefined when there is none. */
  readonly command: string | undefined;
  /** Global flags that stood in front of it, with their values. */
  readonly leading: readonly string[];
  readonly rest: readonly string[];
}

/** BOSH allows global flags in front of the command, oclif does not: finds the command and sets apart what stands before it (as bosh-cli). */
export function arrangeArguments(argv: readonly string[]): Arranged {
  const leading: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const token = argv[at] as string;
    if (!token.startsWith('-') || token === '-') return { command: token, leading, rest: argv.slice(at + 1) };
    leading.push(token);
    const next = argv[at + 1];
    if (globalFlagsWithValue.has(token) && next !== undefined) {
      leading.push(next);
      at++;
    }
  }
  return { command: undefined, leading, rest: [] };
}

/** A flag whose value may be left out. */
export interface OptionalValue {
  readonly name: string;
  readonly char?: string;
  /** Taken when the flag stands alone. */
  readonly value: string;
}

/** Gives flags with optional values the value that they have when they stand alone: `-r` is `--recent=30`, `-r=5` and `-r5` stay. */
export function fillOptionalValues(argv: readonly string[], flags: readonly OptionalValue[]): string[] {
  const end = argv.indexOf('--');
  return argv.map((token, at) => {
    if (end !== -1 && at >= end) return token;
    const flag = flags.find(({ name, char }) => token === `--${name}` || (char !== undefined && token === `-${char}`));
    return flag === undefined ? token : `--${flag.name}=${flag.value}`;
  });
}
