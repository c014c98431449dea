import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { checkDirectory } from '../documents/check-directory.js';
import { errandResults, failedErrand } from '../session/errand-results.js';
import { followTask } from '../session/follow.js';
import { instanceChoice } from '../session/instance-name.js';
import { saveErrandLogs } from '../session/save-errand-logs.js';
import { errandTable } from '../tables/errand-table.js';

export default class RunErrand extends BoshCommand {
  static override description = 'Runs an errand, and shows what it printed. Ends with 6 when it failed on an instance.';
  static override examples = [
    'bosh6 -d web run-errand smoke-tests',
    'bosh6 -d web run-errand smoke-tests --instance=front/first --keep-alive',
  ];
  static override args = { errand: Args.string({ required: true, ignoreStdin: true, description: 'Name, as `errands` shows it' }) };
  static override optionalValues = [{ name: 'with-heartbeat', value: '30' }];
  static override flags = {
    instance: Flags.string({
      helpValue: 'INSTANCE',
      multiple: true,
      multipleNonGreedy: true,
      description: 'Only on these: GROUP, GROUP/ID, or GROUP/first',
    }),
    'keep-alive': Flags.boolean({ description: "Keep the errand's VM for the next time" }),
    'when-changed': Flags.boolean({ description: 'Skip it when it succeeded before and nothing has changed since' }),
    'with-heartbeat': Flags.integer({
      helpValue: 'N',
      min: 0,
      description: 'Say every N seconds, 30 unless given, that it still runs',
    }),
    'download-logs': Flags.boolean({ description: "Fetch the instances' logs" }),
    'logs-dir': Flags.string({ helpValue: 'DIR', default: '.', description: 'Where to put them' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RunErrand);
    const seat = this.open(flags);
    const instances = (flags.instance ?? [])
      .map(instanceChoice)
      .map(({ group = '', id }) => ({ group, ...(id === undefined ? {} : { id }) }));
    if (flags['download-logs']) checkDirectory(flags['logs-dir']);
    const { director, name } = await seat.deployment();
    const task = await director.errands.run(name, args.errand, {
      keepAlive: flags['keep-alive'] === true,
      whenChanged: flags['when-changed'] === true,
      instances,
    });
    const { result } = await followTask(seat, director, task, { withResult: true, heartbeat: flags['with-heartbeat'] });
    const results = errandResults(result);
    seat.ui.table(errandTable(results));
    if (flags['download-logs']) await saveErrandLogs(seat, director, { errand: args.errand, results, directory: flags['logs-dir'] });
    const failure = failedErrand(args.errand, results);
    if (failure !== undefined) throw failure;
  }
}
