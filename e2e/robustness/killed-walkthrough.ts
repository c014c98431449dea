import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../stack/paths.js';

/** `npm run walkthrough -- --json`, watched. */
export interface Walkthrough {
  /** Resolves when the text has been printed; fails when the walkthrough ends before. */
  printed(text: string): Promise<void>;
  /** SIGKILL to the walkthrough's own process; what it started is on its own then. */
  kill(): Promise<void>;
  /** Its end: exit code, last line on stdout, and all that it showed. */
  ended(): Promise<{ code: number | null; lastLine: string; shown: string }>;
}

/** Starts a walkthrough whose state and caches are below `base`. */
export function startWalkthrough(base: string): Walkthrough {
  const child: ChildProcess = spawn(process.execPath, [join(root, 'e2e/dist/walkthrough/main.js'), '--json'], {
    cwd: root,
    env: { ...process.env, BOSH6_HOME: base },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let shown = '';
  let result = '';
  let wake = (): void => {};
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    wake();
  });
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    result += text;
  });
  // `exit`, not `close`: what it started holds its outputs open a while longer
  const exit = once(child, 'exit').finally(() => wake());
  const over = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    async printed(text) {
      while (!shown.includes(text)) {
        if (over()) throw new EndedBefore(`the walkthrough ended with ${child.exitCode} before it printed '${text}':\n${shown}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
    async ended() {
      await once(child, 'close');
      return { code: child.exitCode, lastLine: result.trimEnd().split('\n').at(-1) ?? '', shown };
    },
  };
}

class EndedBefore extends Error {}
