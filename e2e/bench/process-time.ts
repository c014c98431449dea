import { spawn } from 'node:child_process';
import type { Sample } from './interleaved.js';

/** The same Node for every peer. */
export const nodeBinary = process.execPath;

/** Milliseconds from spawn to exit; fails when the program does, with what it said. A machine's own authorities, which Node reads once it uses TLS, are left out: the peer uses none. */
export function millisecondsToRun(argv: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Sample {
  const [file = '', ...args] = argv;
  const { NODE_EXTRA_CA_CERTS: _, ...env } = options.env ?? process.env;
  return () =>
    new Promise((resolve, reject) => {
      const start = performance.now();
      const child = spawn(file, args, { ...options, env, stdio: ['ignore', 'ignore', 'pipe'] });
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
      let elapsed = 0;
      child.on('exit', () => {
        elapsed = performance.now() - start;
      });
      child.on('error', reject);
      child.on('close', (code, signal) => {
        if (code === 0) resolve(elapsed);
        else reject(new Error(`${argv.join(' ')} ended with ${signal ?? code}: ${said.trim()}`));
      });
    });
}

/** `node -e 0`: what every start of a Node program costs at least. */
export const emptyNode: Sample = millisecondsToRun([nodeBinary, '-e', '0']);
