import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import { cli } from '../../stack/paths.js';
import { type DocumentedDirector, startDocumentedDirector } from './documented-director.js';

/** A command on a pseudo-terminal of 60 columns: what it has sent so far, and its exit code once it ends. */
export interface OnTerminal {
  readonly pty: IPty;
  readonly sent: () => string;
  readonly ended: Promise<number>;
}

/** A documented Director, and a directory from which `bosh6` asks it. */
export interface Desk {
  readonly director: DocumentedDirector;
  readonly place: string;
  readonly argv: readonly string[];
  env(more?: Record<string, string>): NodeJS.ProcessEnv;
  type(words: readonly string[], more?: Record<string, string>): OnTerminal;
  close(): Promise<void>;
}

export async function openDesk(): Promise<Desk> {
  const place = mkdtempSync(join(tmpdir(), 'bosh6-live-'));
  const director = await startDocumentedDirector();
  writeFileSync(join(place, 'ca'), director.ca);
  const url = `https://127.0.0.1:${director.port}`;
  const argv = [cli, '-e', url, '--ca-cert', join(place, 'ca'), '--client', 'admin', '--client-secret', 'x'];
  const env = (more: Record<string, string> = {}): NodeJS.ProcessEnv => {
    const { CI, BOSH_NON_INTERACTIVE, NO_COLOR, ...own } = process.env;
    return { ...own, HOME: place, TERM: 'xterm-256color', ...more };
  };
  return {
    director,
    place,
    argv,
    env,
    type(words, more) {
      const whole = env(more);
      const pty = spawn(process.execPath, [...argv, ...words], {
        name: whole.TERM ?? '',
        cols: 60,
        rows: 12,
        cwd: place,
        env: whole,
      });
      let sent = '';
      pty.onData((data) => {
        sent += data;
      });
      return { pty, sent: () => sent, ended: new Promise((resolve) => pty.onExit(({ exitCode }) => resolve(exitCode))) };
    },
    async close() {
      await director.close();
      rmSync(place, { recursive: true });
    },
  };
}
