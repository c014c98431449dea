import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';

const words: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  enable: true,
  false: false,
  no: false,
  off: false,
  disable: false,
};

export default class UpdateResurrection extends BoshCommand {
  static override description = 'Says whether the health monitor recreates VMs that are lost.';
  static override args = {
    state: Args.string({ required: true, ignoreStdin: true, options: Object.keys(words), description: 'on or off' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(UpdateResurrection);
    const seat = this.open(flags);
    const director = await seat.director();
    await director.setResurrection(words[args.state] === true);
  }
}
