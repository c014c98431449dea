import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { fail } from '../errors.js';
import { followTask } from '../session/follow.js';

export default class TaskCommand extends BoshCommand {
  static override description =
    'Shows a task and follows it to its end; the oldest running one when no ID is given. Ctrl-C leaves it running.';
  static override args = { id: Args.integer({ ignoreStdin: true, description: 'Task ID' }) };
  static override flags = {
    event: Flags.boolean({ description: 'Raw events' }),
    cpi: Flags.boolean({ description: "The CPI's log" }),
    debug: Flags.boolean({ description: 'The debug log' }),
    result: Flags.boolean({ description: 'The result' }),
    all: Flags.boolean({ char: 'a', description: 'Without an ID: look at small tasks too' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(TaskCommand);
    const seat = this.open(flags);
    const director = await seat.director();
    const deployment = (flags.deployment ?? '') === '' ? {} : { deployment: flags.deployment as string };
    const running = { state: 'processing,cancelling,queued', verbose: flags.all ? 2 : 1, ...deployment } as const;
    const found = args.id === undefined ? (await director.tasks.list(running))[0] : await director.tasks.get(args.id);
    if (found === undefined) throw fail('NoSuchObject', 'no task runs', { hint: 'look at ended tasks with `bosh6 tasks --recent`' });
    const raw = (['event', 'cpi', 'debug', 'result'] as const).find((output) => flags[output]);
    await followTask(seat, director, found, raw === undefined ? {} : { raw });
  }
}
