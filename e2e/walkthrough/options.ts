import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

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

/** Reads the words behind `npm run walkthrough --`; prints nothing. Undefined where they are not understood, or ask for help. */
export function readOptions(argv: readonly string[]): Options | undefined {
  try {
    return understood(argv);
  } catch {
    return undefined;
  }
}

function understood(argv: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      keep: { type: 'boolean' },
      json: { type: 'boolean' },
      'ipv6-only': { type: 'boolean' },
      cpi: { type: 'string', default: 'local' },
      state: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const { cpi } = values;
  if (values.help || (cpi !== 'local' && cpi !== 'vsphere')) return undefined;
  return {
    keep: values.keep ?? false,
    json: values.json ?? false,
    ipv6Only: values['ipv6-only'] ?? false,
    cpi,
    state: values.state === undefined ? undefined : resolve(values.state),
  };
}
