import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

export const outputTypes = ['event', 'result', 'debug', 'cpi'] as const;
export type OutputType = (typeof outputTypes)[number];

/**
 * An open output; a line is in the file when `line` returns, so that whoever then sees the task's end also sees the line. What comes after `close`, of those that a
 * task does not wait for, is nobody's.
 */
export class TaskOutput {
  readonly #files = new Map<OutputType, number>();
  readonly #directory: string;
  #closed = false;

  constructor(directory: string) {
    this.#directory = directory;
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  }

  line(type: OutputType, text: string): void {
    if (this.#closed) return;
    let file = this.#files.get(type);
    if (file === undefined) {
      file = openSync(join(this.#directory, type), 'a', 0o600);
      this.#files.set(type, file);
    }
    writeSync(file, text.endsWith('\n') ? text : `${text}\n`);
  }

  close(): void {
    this.#closed = true;
    for (const file of this.#files.values()) closeSync(file);
    this.#files.clear();
  }
}

/** The tasks' outputs, a directory a task. */
export class TaskOutputs {
  readonly #root: string;
  constructor(root: string) {
    this.#root = root;
  }

  open(taskId: number): TaskOutput {
    return new TaskOutput(join(this.#root, String(taskId)));
  }

  /** The file and its size in bytes; undefined when nothing was written yet. */
  async file(taskId: number, type: OutputType): Promise<{ path: string; size: number } | undefined> {
    const path = join(this.#root, String(taskId), type);
    const found = await stat(path).catch(() => undefined);
    return found === undefined ? undefined : { path, size: found.size };
  }

  async delete(taskId: number): Promise<void> {
    await rm(join(this.#root, String(taskId)), { recursive: true, force: true });
  }
}
