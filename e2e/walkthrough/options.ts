import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail } from './errors.js';

export interface Options {
  /** Leave everything running at the end. */
  keep: boolean;
  /** The last line is one JSON object; the terminal goes to stderr. */
  json: boolean;
  /** A state directory to continue with, kept at the end: a second run finds the compiled package there. */
  state: string | undefined;
  /** A lab and a Director without any IPv4. */
  ipv6Only: boolean;
  /** Whose CPI the Director has: the lab's, or vSphere's on a simulated vCenter. */
  cpi: 'local' | 'vsphere';
}

export const usage = `npm run walkthrough [-- OPTIONS]
  --keep        leave everything running, and print what to try
  --json        the last line is one JSON object; the terminal goes to standard error
  --ipv6-only   a lab, a Director and VMs without any IPv4 address
  --cpi vsphere the Director's CPI is vSphere's, on a simulated vCenter; needs Go
  --state DIR   continue with the Director's state in DIR, and keep it: a second run finds the compiled package there
`;

const cpis = ['local', 'vsphere'] as const;

/** Reads the words behind `npm run walkthrough --`; prints nothing. Throws `OptionInvalid`. */
export function readOptions(argv: readonly string[]): Options | 'help' {
  const { help, keep = false, json = false, state, cpi = 'local', 'ipv6-only': ipv6Only = false } = parse(argv);
  if (help) return 'help';
  const known = cpis.find((one) => one === cpi);
  if (known === undefined) throw fail('OptionInvalid', `--cpi '${cpi}': there is no such CPI`, { hint: `give ${cpis.join(' or ')}` });
  return { keep, json, ipv6Only, cpi: known, state: state === undefined ? undefined : resolve(state) };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        keep: { type: 'boolean' },
        json: { type: 'boolean' },
        'ipv6-only': { type: 'boolean' },
        cpi: { type: 'string' },
        state: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (cause) {
    throw fail('OptionInvalid', (cause as Error).message, { cause, hint: 'see --help' });
  }
}
