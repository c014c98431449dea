import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface Options {
  /** Leave everything running at the end. */
  keep: boolean;
  /** The last line is one JSON object; the terminal goes to stderr. */
  json: boolean;
  /** A state directory to continue with, kept at the end: a second run finds the compiled package there. */
  state: string | undefined;
}

/** Reads the words behind `npm run walkthrough --`; prints nothing. */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: { keep: { type: 'boolean' }, json: { type: 'boolean' }, state: { type: 'string' } },
  });
  return { keep: values.keep ?? false, json: values.json ?? false, state: values.state === undefined ? undefined : resolve(values.state) };
}
