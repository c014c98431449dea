import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { deleteGone } from '../session/delete-gone.js';
import { followTask } from '../session/follow.js';

export default class DeleteNetwork extends BoshCommand {
  static override description = 'Deletes an orphaned network.';
  static override args = {
    name: Args.string({ required: true, ignoreStdin: true, description: 'Name, as `networks --orphaned` shows it' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DeleteNetwork);
    const seat = this.open(flags);
    const director = await seat.director();
    await seat.answers.confirm();
    await deleteGone(
      async () => followTask(seat, director, await director.networks.delete(args.name)),
      async () => !(await director.networks.orphaned()).some((network) => network.name === args.name),
    );
  }
}
