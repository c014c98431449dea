import { closeSync, mkdirSync, openSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../core/log.js';
import { appendWhole } from './append-whole.js';

export const outputTypes = ['event', 'result', 'debug', 'cpi'] as const;
export type OutputType = (typeof outputTypes)[number];

/**
 * An open output; a line is in the file when `line` returns, so that whoever then sees the task's end also sees the line. What comes after `close`, of those that a
 * task does not wait for, is nobody's. Lines that only tell of the work may be lost where the disk is full, so that the work goes on; the Director's log says so once.
 */
export class TaskOutput {
  readonly #files = new Map<OutputType, number>();
  readonly #directory: string;
  readonly #tellLoss: (error: unknown) => void;
  #closed = false;
  #lost = false;

  constructor(directory: string, tellLoss: (error: unknown) => void) {
    this.#directory = directory;
    this.#tellLoss = tellLoss;
  }

  line(type: OutputType, text: string): void {
    if (this.#closed) return;
    try {
      appendWhole(this.#file(type), text.endsWith('\n') ? text : `${text}\n`);
    } catch (error) {
      // The answer to what was asked: without it the task has failed.
      if (type === 'result') throw error;
      this.#lose(error);
    }
  }

  close(): void {
    this.#closed = true;
    for (const file of this.#files.values()) {
      try {
        closeSync(file);
      } catch (error) {
        this.#lose(error);
      }
    }
    this.#files.clear();
  }

  #file(type: OutputType): number {
    const open = this.#files.get(type);
    if (open !== undefined) return open;
    mkdirSync(this.#directory, { recursive: true, mode: 0o700 });
    const file = openSync(join(this.#directory, type), 'a', 0o600);
    this.#files.set(type, file);
    return file;
  }

  #lose(error: unknown): void {
    if (!this.#lost) this.#tellLoss(error);
    this.#lost = true;
  }
}

/** The tasks' outputs, a directory a task. */
export class TaskOutputs {
  readonly #root: string;
  constructor(root: string) {
    this.#root = root;
  }

  open(taskId: number, log: Pick<Log, 'warn'>): TaskOutput {
    const tellLoss = (error: unknown): void => log.warn({ err: error, task: taskId }, "lines of a task's output could not be written");
    return new TaskOutput(join(this.#root, String(taskId)), tellLoss);
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
