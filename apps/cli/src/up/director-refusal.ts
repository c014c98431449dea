import type { CodedError } from '@bosh6/base';
import { z } from 'zod';
import { fail } from '../errors.js';
import type { Home } from './home.js';

const schema = z.object({
  ready: z.literal(false),
  message: z.string(),
  hint: z.string().optional(),
  where: z.object({ pointer: z.string() }),
  details: z.object({ why: z.string() }).optional(),
});
type Refusal = z.output<typeof schema>;

/**
 * What the Director said of its configuration when it would not start, as an error about the file that the person wrote: it is made of several.
 * Undefined when none of them is at fault.
 * @param output ends with the line of JSON in which the Director says why
 * @param cpiFile where the CPI was read, other than the one that is kept
 */
export function directorRefusal(output: string, home: Pick<Home, 'settings' | 'cpi'>, cpiFile = home.cpi): CodedError | undefined {
  const refusal = lastLine(output);
  if (refusal === undefined) return undefined;
  const { pointer } = refusal.where;
  if (/^\/(healthMonitor|metrics|trustedCerts)(\/|$)/.test(pointer)) {
    const told = why(refusal, pointer);
    return fail('SettingsFileInvalid', `the Director's settings '${home.settings}' cannot be used: ${told}`, {
      where: { document: home.settings, pointer },
      hint: `${refusal.hint === undefined ? '' : `${refusal.hint}; `}correct ${pointer}, or remove the file: docs/guides/healing.md tells what may be in it`,
    });
  }
  if (!/^\/cpi(\/|$)/.test(pointer)) return undefined;
  const inFile = pointer.slice('/cpi'.length);
  const back = cpiFile === home.cpi ? `, or remove it: the lab's CPI serves then` : '; nothing was kept of it';
  return fail('CpiFileInvalid', `the CPI file '${cpiFile}' cannot be used: ${why(refusal, inFile)}`, {
    where: { document: cpiFile, pointer: inFile },
    hint: `${refusal.hint ?? 'correct it'}${back}`,
  });
}

const why = ({ details, message }: Refusal, pointer: string): string => (details === undefined ? message : `${pointer}: ${details.why}`);

function lastLine(output: string): Refusal | undefined {
  try {
    return schema.parse(JSON.parse(output.trimEnd().split('\n').at(-1) ?? ''));
  } catch {
    return undefined;
  }
}
