import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../../stack/paths.js';

const callSchema = z.object({ method: z.string(), arguments: z.array(z.unknown()) });
export type Call = z.output<typeof callSchema>;

/** The lab's CPI as an executable that writes down what it is asked. */
export interface ToldCpi {
  /** For a cpi-config's `exec_path`. */
  readonly executable: string;
  calls(method: string): Call[];
}

export function toldCpi(directory: string): ToldCpi {
  const executable = join(directory, 'told-cpi');
  const file = join(directory, 'told-cpi.calls');
  const main = join(root, 'apps/cpi/dist/main.js');
  const script = `#!/bin/sh
request=$(cat)
printf '%s\\n' "$request" >>'${file}'
printf '%s' "$request" | '${process.execPath}' '${main}'
`;
  writeFileSync(executable, script, { mode: 0o755 });
  return {
    executable,
    calls: (method) => {
      const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
      return lines.map((line) => callSchema.parse(JSON.parse(line))).filter((call) => call.method === method);
    },
  };
}
