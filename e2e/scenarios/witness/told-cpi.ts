import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { z } from 'zod';
import { eventually } from '../../stack/eventually.js';
import { root } from '../../stack/paths.js';

const callSchema = z.object({ method: z.string(), arguments: z.array(z.unknown()) });
export type Call = z.output<typeof callSchema>;

/** The lab's CPI as an executable that writes down what it is asked. */
export interface ToldCpi {
  /** For a cpi-config's `exec_path`. */
  readonly executable: string;
  calls(method: string): Call[];
  /** From now on what that method has done is not answered, until it is opened. */
  hold(method: string): HeldMethod;
}

export interface HeldMethod {
  /** Resolves when it waits to be answered. */
  waits(): Promise<void>;
  open(): void;
}

export function toldCpi(directory: string): ToldCpi {
  const executable = join(directory, 'told-cpi');
  const file = join(directory, 'told-cpi.calls');
  const main = join(root, 'apps/cpi/dist/main.js');
  const script = `#!/bin/sh
request=$(cat)
printf '%s\\n' "$request" >>'${file}'
answer=$(printf '%s' "$request" | '${process.execPath}' '${main}')
for held in '${file}'.held-*; do
  case $request in *'"method":"'"\${held##*-}"'"'*) touch '${file}.waits'; while [ -e "$held" ]; do sleep 0.1; done ;; esac
done
printf '%s' "$answer"
`;
  writeFileSync(executable, script, { mode: 0o755 });
  return {
    executable,
    calls: (method) => {
      const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
      return lines.map((line) => callSchema.parse(JSON.parse(line))).filter((call) => call.method === method);
    },
    hold: (method) => {
      const [held, waits] = [`${file}.held-${method}`, `${file}.waits`];
      writeFileSync(held, '');
      return {
        async waits() {
          const isThere = (): boolean => existsSync(waits);
          expect(await eventually(isThere, (yes) => yes, { seconds: 60 }), `${method} is not asked`).toBe(true);
          rmSync(waits);
        },
        open: () => rmSync(held, { force: true }),
      };
    },
  };
}
