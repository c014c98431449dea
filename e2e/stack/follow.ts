import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from './eventually.js';

/** A command that goes on until it is told to stop. */
export interface Following {
  /** Waits until that text was printed; fails with all that was when it does not come. */
  until(text: string): Promise<void>;
  /** Ctrl-C, and waits for the end. */
  stop(): Promise<void>;
}

export function follow(argv: readonly string[], options: { cwd: string; env: NodeJS.ProcessEnv }): Following {
  const [file = '', ...args] = argv;
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close');
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  return {
    until: async (text) => {
      const all = await eventually(
        () => said,
        (seen) => seen.includes(text),
      );
      if (!all.includes(text)) throw new Error(`'${text}' was not printed, but: ${all}`);
    },
    async stop() {
      child.kill('SIGINT');
      await ended;
    },
  };
}
