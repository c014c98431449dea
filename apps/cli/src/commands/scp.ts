import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { agentFlags, gatewayFlags, loginFlags } from '../command/ssh-flags.js';
import { fail } from '../errors.js';
import { reach } from '../ssh/reach.js';
import { failedSomewhere, runEverywhere } from '../ssh/run-everywhere.js';
import { scpArgument, scpPath, targetOf } from '../ssh/scp-paths.js';
import { connectionArguments } from '../ssh/ssh-arguments.js';
import { withLogin } from '../ssh/with-login.js';

export default class Scp extends BoshCommand {
  static override description = 'Copies files to or from VMs. `((instance_id))` in a path here is the ID of the instance.';
  static override examples = [
    'bosh6 -d web scp page.html front/0:/tmp/',
    "bosh6 -d web scp -r front:/var/vcap/sys/log './logs-((instance_id))'",
  ];
  static override args = {};
  static override strict = false;
  static override trailing = 'SOURCE... DESTINATION';
  static override flags = {
    recursive: Flags.boolean({ char: 'r', description: 'Directories with what is in them' }),
    ...loginFlags,
    ...gatewayFlags,
    ...agentFlags,
  };

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(Scp);
    const seat = this.open(flags);
    const paths = (argv as string[]).map(scpPath);
    if (paths.length < 2) throw fail('InvalidArguments', 'a source and a destination are needed');
    const { group, id } = targetOf(paths);
    const instance = group === undefined ? undefined : [group, ...(id === undefined ? [] : [id])].join('/');
    await withLogin(seat, { instance, flags }, async (loggedIn) => {
      const hosts = await reach(seat, loggedIn, flags);
      const results = await runEverywhere(seat, 'scp', hosts, {
        quiet: false,
        args: (one) => [
          ...connectionArguments(one.host, one.setting),
          ...(flags.recursive ? ['-r'] : []),
          ...paths.map((path) => scpArgument(path, one)),
        ],
      });
      const failure = failedSomewhere(results);
      if (failure !== undefined) throw failure;
    });
  }
}
