import { spawn } from 'node:child_process';
import { fail } from './errors.js';

/** Runs a command to its end with `input` on stdin; its output, or a coded error with what it said. */
export function run(argv: readonly string[], input = ''): Promise<string> {
  const [command = '', ...rest] = argv;
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, { stdio: ['pipe', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.once('error', (cause) =>
      reject(fail('LabCommandFailed', `${command} cannot be run`, { cause, hint: `install what has '${command}'` })),
    );
    child.once('close', (code, signal) => {
      if (code === 0) resolve(stdout);
      else
        reject(fail('LabCommandFailed', `${argv.slice(0, 3).join(' ')} ended with ${signal ?? code}: ${stderr.trim() || stdout.trim()}`));
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** One `ip` process for many commands: a fork per command is what makes set-up slow. */
export async function ipBatch(commands: readonly string[], options: { force?: boolean } = {}): Promise<void> {
  if (commands.length === 0) return;
  await run(['ip', ...(options.force ? ['-force'] : []), '-batch', '-'], `${commands.join('\n')}\n`);
}
