import { PassThrough } from 'node:stream';
import type { Io } from '../command/bosh-command.js';
import type { Input } from '../output/answers.js';

export interface CapturedIo extends Io {
  out(): string;
  err(): string;
}

/** Input from a text and output into memory, for tests. `stdin` undefined leaves the input open and silent. */
export function capturedIo(stdin?: string): CapturedIo {
  const input = new PassThrough();
  if (stdin !== undefined) input.end(stdin);
  const out: string[] = [];
  const err: string[] = [];
  return {
    stdin: input as unknown as Input,
    stdout: { write: (text: string) => out.push(text) },
    stderr: { write: (text: string) => err.push(text) },
    out: () => out.join(''),
    err: () => err.join(''),
  };
}
