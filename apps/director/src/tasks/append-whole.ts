import { fstatSync, ftruncateSync, writeSync } from 'node:fs';

type Write = (file: number, bytes: Buffer, from: number) => number;

/** Appends all of it or, where that fails, nothing: half a line would spoil the next. */
export function appendWhole(file: number, text: string, write: Write = writeSync): void {
  const bytes = Buffer.from(text);
  let written = 0;
  try {
    while (written < bytes.length) written += write(file, bytes, written);
  } catch (error) {
    if (written > 0) ftruncateSync(file, fstatSync(file).size - written);
    throw error;
  }
}
