import { Command } from '@oclif/core/command';
import type { InferredFlags } from '@oclif/core/interfaces';
import type { OptionalValue } from '../arguments/arrange-arguments.js';
import { Answers } from '../output/answers.js';
import { Ui } from '../output/ui.js';
import { Seat } from '../session/seat.js';
import { globalFlags } from './global-flags.js';

export type GlobalFlags = InferredFlags<typeof globalFlags>;

/** A command: parses with oclif, then works from a `Seat`. The entry reports errors and sets the exit code. */
export abstract class BoshCommand extends Command {
  static override baseFlags = globalFlags;
  /** Flags that may stand without their value. */
  static optionalValues: readonly OptionalValue[] = [];

  /** The voice, once the flags are known. */
  ui: Ui | undefined;
  #seat: Seat | undefined;

  /** Everything between the person and the Director that commands share. */
  protected open(flags: Partial<GlobalFlags>): Seat {
    const ui = new Ui({
      stdout: process.stdout,
      stderr: process.stderr,
      tty: flags.tty === true,
      json: flags.json === true,
      color: flags['no-color'] !== true && (process.env.NO_COLOR ?? '') === '',
      columns: flags.column ?? [],
    });
    this.ui = ui;
    this.#seat = new Seat(ui, new Answers(ui, process.stdin, flags['non-interactive'] !== true), flags);
    return this.#seat;
  }

  /** Runs the parsed command. */
  execute(): Promise<unknown> {
    return this._run();
  }

  override async init(): Promise<void> {}
  override async catch(error: unknown): Promise<void> {
    throw error;
  }
  override async finally(): Promise<void> {
    this.#seat?.close();
  }
}
