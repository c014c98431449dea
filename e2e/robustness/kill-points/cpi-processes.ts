import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../stack/paths.js';

/** The CPI of a lab as an executable, each call a process that kills itself where it is told to. */
export class CpiProcesses {
  /** For a cpi-config's `exec_path`. */
  readonly executable: string;
  readonly #armed: string;

  constructor(directory: string) {
    this.executable = join(directory, 'cpi');
    this.#armed = join(directory, 'armed-cpi');
    const steps = `file://${join(root, 'e2e/dist/robustness/kill-points/cpi-steps.js')}?armed=${this.#armed}`;
    const words = [process.execPath, '--import', steps, join(root, 'apps/cpi/dist/main.js')].map((word) => `'${word}'`);
    writeFileSync(this.executable, `#!/bin/sh\nexec ${words.join(' ')}\n`, { mode: 0o755 });
  }

  /** From now on steps are counted, and the process that comes to this one dies; 0 only counts. */
  arm(exitAt: number): void {
    writeFileSync(this.#armed, String(exitAt));
  }

  disarm(): void {
    for (const file of ['', '.steps', '.killed']) rmSync(`${this.#armed}${file}`, { force: true });
  }

  /** How many there were since it was armed: an update in place calls no CPI. */
  count(): number {
    const steps = `${this.#armed}.steps`;
    return existsSync(steps) ? readFileSync(steps, 'utf8').split('\n').length - 1 : 0;
  }

  /** The step at which one killed itself. */
  killed(): string | undefined {
    return existsSync(`${this.#armed}.killed`) ? readFileSync(`${this.#armed}.killed`, 'utf8') : undefined;
  }
}
