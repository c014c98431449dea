import { Command } from '@oclif/core/command';
import type { InferredFlags, OutputArgs, OutputFlags, Input as ParserInput, ParserOutput } from '@oclif/core/interfaces';
import type { OptionalValue } from '../arguments/arrange-arguments.js';
import { Answers, type Input } from '../output/answers.js';
import { liveOutputOf } from '../output/live-output.js';
import { Ui, type UiOptions } from '../output/ui.js';
import { Seat } from '../session/seat.js';
import { globalFlags } from './global-flags.js';
import { usageError } from './usage-error.js';

export type GlobalFlags = InferredFlags<typeof globalFlags>;

/** What a command reads and writes; the process's own unless a test gives others. */
export interface Io {
  readonly stdin: Input;
  readonly stdout: UiOptions['stdout'];
  readonly stderr: UiOptions['stderr'];
}

/** A command: parses with oclif, then works from a `Seat`. The entry reports errors and sets the exit code. */
export abstract class BoshCommand extends Command {
  static override baseFlags = globalFlags;
  /** Flags that may stand without their value. */
  static optionalValues: readonly OptionalValue[] = [];

  /** What follows the flags in the usage line. */
  static trailing: string | undefined;

  io: Io = process;
  /** The voice, once the flags are known. */
  ui: Ui | undefined;
  #seat: Seat | undefined;

  /** Everything between the person and the Director that commands share. */
  protected open(flags: Partial<GlobalFlags>): Seat {
    const { stdout, stderr } = this.io;
    const live = liveOutputOf(stdout, { json: flags.json, 'no-color': flags['no-color'] });
    const ui = new Ui({
      stdout: live ?? stdout,
      stderr: live === undefined ? stderr : { isTTY: stderr.isTTY, write: (text) => live.aside(() => stderr.write(text)) },
      tty: flags.tty === true,
      json: flags.json as 'v1' | 'v2' | undefined,
      color: flags['no-color'] !== true && (process.env.NO_COLOR ?? '') === '',
      columns: flags.column ?? [],
    });
    this.ui = ui;
    this.#seat = new Seat(ui, new Answers(ui, this.io.stdin, flags['non-interactive'] !== true), flags, live);
    return this.#seat;
  }

  /** Runs the parsed command. */
  execute(): Promise<unknown> {
    return this._run();
  }

  protected override async parse<F extends OutputFlags<F>, B extends OutputFlags<B>, A extends OutputArgs<A>>(
    options?: ParserInput<F, B, A>,
    argv = this.argv,
  ): Promise<ParserOutput<F, B, A>> {
    try {
      return await super.parse(options, argv);
    } catch (error) {
      const { id, optionalValues, flags, baseFlags } = this.ctor as typeof BoshCommand;
      const all: [string, { type?: string }][] = Object.entries({ ...baseFlags, ...flags });
      const switches = new Set(all.filter(([, { type }]) => type === 'boolean').map(([name]) => name));
      throw usageError(error, { id, optionalValues, switches, argv });
    }
  }

  override async init(): Promise<void> {}
  override async catch(error: unknown): Promise<void> {
    throw error;
  }
  override async finally(): Promise<void> {
    this.#seat?.close();
  }
}
