import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { agentFlags, gatewayFlags, loginFlags } from '../command/ssh-flags.js';
import { fail } from '../errors.js';
import { type Reached, reach } from '../ssh/reach.js';
import { failedSomewhere, runEverywhere } from '../ssh/run-everywhere.js';
import { runAttached } from '../ssh/run-on-host.js';
import { connectionArguments } from '../ssh/ssh-arguments.js';
import { withLogin } from '../ssh/with-login.js';
import { sshResultsTable } from '../tables/ssh-results-table.js';

export default class Ssh extends BoshCommand {
  static override description =
    "Opens a shell in an instance's VM, or runs a command in VMs: one, a group's, or all. The user that it makes for that is removed afterwards. A command's exit code is passed on.";
  static override examples = [
    'bosh6 -d web ssh front/0',
    "bosh6 -d web ssh front -c 'ss -lnt'",
    'bosh6 -d web ssh front/0 -r -- sudo monit summary',
  ];
  static override args = {
    instance: Args.string({ ignoreStdin: true, description: 'GROUP, GROUP/ID, or with --private-key an address; all when left out' }),
  };
  static override strict = false;
  static override trailing = '[-- COMMAND...]';
  static override flags = {
    command: Flags.string({ helpValue: 'COMMAND', char: 'c', multiple: true, multipleNonGreedy: true, description: 'Run this' }),
    opts: Flags.string({ multiple: true, multipleNonGreedy: true, description: 'Pass this on to ssh; repeat for more' }),
    results: Flags.boolean({ char: 'r', description: 'Show results in a table at the end' }),
    ...loginFlags,
    ...gatewayFlags,
    ...agentFlags,
  };

  async run(): Promise<number | undefined> {
    const { args, argv, flags } = await this.parse(Ssh);
    const seat = this.open(flags);
    const command = [...(flags.command ?? []), ...(argv as string[]).slice(args.instance === undefined ? 0 : 1)];
    if (command.length === 0 && flags['non-interactive']) {
      throw fail('CannotAsk', 'a shell needs a person', { hint: 'give a command with -c, or leave out --non-interactive' });
    }
    const more = flags.opts ?? [];
    return withLogin(seat, { instance: args.instance, flags }, async (loggedIn) => {
      const hosts = await reach(seat, loggedIn, flags);
      const login = ({ host, setting }: Reached, tty: boolean): string[] => [
        ...(tty ? ['-tt'] : []),
        ...connectionArguments(host, { ...setting, more }),
        ...['-l', setting.user, '--', host.ip, ...command],
      ];
      if (command.length === 0) {
        const [one, ...others] = hosts;
        if (one === undefined || others.length > 0) {
          throw fail('InvalidArguments', `a shell is one VM's; these are ${hosts.length}`, { hint: 'name one: GROUP/ID' });
        }
        const exitCode = await runAttached('ssh', login(one, true));
        if (exitCode !== 0) throw fail('RemoteCommandFailed', `the shell ended with ${exitCode}`, { details: { exitCode } });
        return undefined;
      }
      const results = await runEverywhere(seat, 'ssh', hosts, { quiet: flags.results === true, args: (one) => login(one, false) });
      if (flags.results) seat.ui.table(sshResultsTable(results));
      const failure = failedSomewhere(results);
      if (failure !== undefined) throw failure;
      return undefined;
    });
  }
}
