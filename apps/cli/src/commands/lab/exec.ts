import * as Args from '@oclif/core/args';
import { BoshCommand } from '../../command/bosh-command.js';
import { fail } from '../../errors.js';
import { findLab } from '../../up/find-lab.js';
import { runInside } from '../../up/run-inside.js';
import { seatEnvironment } from '../../up/seat-environment.js';

/** Places whose files are the host's. */
const hostPlaces = new Set(['workstation', 'director', 'router', 'internet']);

export default class LabExec extends BoshCommand {
  static override description = 'Runs a command inside the lab, on your terminal or pipes, and ends with its exit code.';
  static override examples = [
    'bosh6 lab exec workstation -- curl -g http://[2601:646:100:69f1::165]/',
    'bosh6 lab exec router -- ip -6 neigh',
  ];
  static override trailing = '-- COMMAND [ARGUMENT...]';
  static override args = {
    where: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'workstation, director, router, internet, or the CID of a VM; then -- and the command',
    }),
  };

  async run(): Promise<number> {
    const end = this.argv.indexOf('--');
    const command = end === -1 ? [] : this.argv.slice(end + 1);
    const { args, flags } = await this.parse(LabExec, end === -1 ? this.argv : this.argv.slice(0, end));
    this.open(flags);
    if (command.length === 0)
      throw fail('InvalidArguments', 'there is no command', { hint: 'write it behind --: `bosh6 lab exec workstation -- ip addr`' });
    const lab = await findLab();
    const options = hostPlaces.has(args.where) ? { cwd: process.cwd(), env: seatEnvironment() } : {};
    return runInside(lab, args.where, command, options);
  }
}
