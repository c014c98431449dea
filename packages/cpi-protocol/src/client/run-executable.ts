import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fail } from './errors.js';

/** More than any result needs; a program that writes without end is stopped. */
const MAX_RESPONSE = 16 * 1024 * 1024;

/**
 * Runs a CPI executable for one call, without a shell and with nothing of our environment but TMPDIR and HOME: `input` on its standard input, then the
 * end of it. Gives what it wrote to standard output; lines of standard error go to `log` as they come. Throws `NonExecutable`, `InvalidResponse`.
 */
export async function runExecutable(executable: string, input: string, log: (line: string) => void): Promise<string> {
  const child = spawn(executable, [], { env: strippedEnvironment(process.env), stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', (cause) =>
      reject(
        fail('NonExecutable', `the CPI '${executable}' cannot be run: ${cause.message}`, {
          cause,
          hint: "give the path of an executable file as the CPI's exec_path",
        }),
      ),
    );
    child.once('close', () => resolve());
  });
  const lines = createInterface({ input: child.stderr });
  lines.on('line', log);
  // one that ends before it has read everything has said why on its output
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const chunks: Buffer[] = [];
  let size = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_RESPONSE) child.kill('SIGKILL');
    else chunks.push(chunk);
  });
  await ended;
  if (size > MAX_RESPONSE) throw fail('InvalidResponse', `the CPI '${executable}' wrote more than ${MAX_RESPONSE} bytes`);
  return Buffer.concat(chunks).toString('utf8');
}

/** As a stock Director calls CPIs. */
function strippedEnvironment({ TMPDIR, HOME }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
    ...(TMPDIR === undefined ? {} : { TMPDIR }),
    ...(HOME === undefined ? {} : { HOME }),
  };
}
