import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../stack/paths.js';

/** vSphere's CPI as an executable of a Director, whose calls can be killed. */
export interface KilledCpi {
  /** For a cpi-config's `exec_path`. */
  readonly executable: string;
  /** SIGKILL for every call that is under way. */
  kill(): void;
}

export function writeKilledCpi(directory: string): KilledCpi {
  const config = join(directory, 'cpi.json');
  const executable = join(directory, 'cpi');
  writeFileSync(config, JSON.stringify({ cloud: { plugin: 'vsphere', properties: {} } }));
  const words = [process.execPath, join(root, 'apps/cpi/dist/main.js'), config].map((word) => `'${word}'`);
  writeFileSync(executable, `#!/bin/sh\nexec ${words.join(' ')}\n`, { mode: 0o755 });
  return {
    executable,
    kill() {
      for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
        if (commandOf(pid).split('\0').includes(config)) process.kill(Number(pid), 'SIGKILL');
    },
  };
}

function commandOf(pid: string): string {
  try {
    return readFileSync(join('/proc', pid, 'cmdline'), 'utf8');
  } catch {
    // gone meanwhile
    return '';
  }
}
